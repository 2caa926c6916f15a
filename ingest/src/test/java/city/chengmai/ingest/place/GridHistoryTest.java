package city.chengmai.ingest.place;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.grid.Area;
import city.chengmai.datasets.grid.AreaLevel;
import city.chengmai.datasets.grid.AreaTree;
import city.chengmai.datasets.grid.GridType;
import city.chengmai.ingest.TestEvents;
import city.chengmai.ingest.intake.Received;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** A grid that was drawn anew on the first of May, with the same name and another id. */
class GridHistoryTest {

  private static final LocalDate CHANGE = LocalDate.of(2026, 5, 1);
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final Locator locator =
      new Locator(
          new AreaTree(
              List.of(
                  area("root", AreaLevel.SUB_DISTRICT, LocalDate.of(2020, 1, 1), null),
                  area("old", AreaLevel.GRID, LocalDate.of(2020, 1, 1), CHANGE),
                  area("new", AreaLevel.GRID, CHANGE, null))),
          ZoneId.of("Asia/Shanghai"),
          150);

  @ParameterizedTest
  @CsvSource({
    // The day begins in the city, eight hours before it does in Greenwich.
    "2026-04-30T15:59:59Z, old",
    "2026-04-30T16:00:00Z, new",
    "2021-01-01T00:00:00Z, old",
    "2026-06-01T00:00:00Z, new",
  })
  void anEventLiesInTheGridOfItsDayHoweverLateItComes(Instant time, String grid) throws Exception {
    assertThat(grid("{'point':{'longitude':121.41,'latitude':31.21}}", time)).isEqualTo(grid);
    assertThat(grid("{'areaName':'First grid'}", time)).isEqualTo(grid);
    assertThat(grid("{'areaId':'" + grid + "'}", time)).isEqualTo(grid);
  }

  @ParameterizedTest
  @CsvSource({"2021-01-01T00:00:00Z, new, old", "2026-06-01T00:00:00Z, old, new"})
  void anIdOfAnotherTimeIsNotBelieved(Instant time, String named, String grid) throws Exception {
    assertThat(grid("{'areaId':'" + named + "'}", time)).isEmpty();
    String both = "{'areaId':'" + named + "','point':{'longitude':121.41,'latitude':31.21}}";
    assertThat(grid(both, time)).isEqualTo(grid);
  }

  private String grid(String data, Instant time) throws Exception {
    Event event = TestEvents.event(EventType.CASE_REPORTED, "c", 0, data);
    Event then =
        new Event(event.source(), event.id(), event.type(), event.subject(), time, event.data());
    return locator.locate(new Received(then, "")).grid();
  }

  private static Area area(String id, AreaLevel level, LocalDate from, LocalDate to) {
    boolean isGrid = level == AreaLevel.GRID;
    return new Area(
        id,
        isGrid ? Optional.of("root") : Optional.empty(),
        level,
        isGrid ? Optional.of(GridType.GENERAL) : Optional.empty(),
        false,
        isGrid ? "第一网格" : "街道",
        isGrid ? "First grid" : "Sub-district",
        List.of(),
        "",
        0,
        0,
        1.0,
        GEOMETRY.toGeometry(new Envelope(121.40, 121.42, 31.20, 31.22)),
        from,
        Optional.ofNullable(to));
  }
}
