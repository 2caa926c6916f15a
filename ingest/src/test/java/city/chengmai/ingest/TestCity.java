package city.chengmai.ingest;

import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.calendar.NoHolidays;
import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.grid.Area;
import city.chengmai.datasets.grid.AreaLevel;
import city.chengmai.datasets.grid.AreaTree;
import city.chengmai.datasets.grid.GridType;
import city.chengmai.datasets.source.Category;
import city.chengmai.datasets.source.City;
import city.chengmai.datasets.source.CityFeed;
import city.chengmai.datasets.source.FeedDeclaration;
import city.chengmai.datasets.source.FeedRecord;
import city.chengmai.datasets.source.FeedRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** A small city: two grids side by side and a site grid in the first. */
public final class TestCity {

  public static final String EAST = "grid-east";
  public static final String WEST = "grid-west";
  public static final String SITE = "grid-site";

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final HolidayCalendar HOLIDAYS = new NoHolidays();

  private TestCity() {}

  public static City withFeed(List<Event> events) {
    return withRecords(events.stream().map(List::of).toList());
  }

  /** Each list is what one source record stands for. */
  public static City withRecords(List<List<Event>> records) {
    return new City(
        "test",
        "测试街道",
        "Test",
        ZoneId.of("Asia/Shanghai"),
        HOLIDAYS,
        "fixed:2026-06-01T00:00:00Z",
        LocalDate.of(2026, 1, 1),
        Optional.empty(),
        new AreaTree(
            List.of(
                area("root", "", AreaLevel.SUB_DISTRICT, false, 121.40, 121.44),
                area(WEST, "root", AreaLevel.GRID, false, 121.40, 121.42),
                area(EAST, "root", AreaLevel.GRID, false, 121.42, 121.43),
                area(SITE, "root", AreaLevel.GRID, true, 121.405, 121.41))),
        List.of(new Category("street-order", Optional.empty(), "街面秩序", "Street order")),
        new FeedRegistry(
            List.of(
                new FeedDeclaration(
                    "test-feed",
                    "测试接入",
                    "Test feed",
                    FeedDeclaration.Kind.APP,
                    List.of("urn:test:declared"),
                    Duration.ofHours(1),
                    "1"))),
        feed(records));
  }

  public static City create() {
    return withFeed(List.of());
  }

  private static Area area(
      String id, String parent, AreaLevel level, boolean overlay, double west, double east) {
    boolean isGrid = level == AreaLevel.GRID;
    return new Area(
        id,
        Optional.of(parent).filter(text -> !text.isEmpty()),
        level,
        isGrid ? Optional.of(GridType.STREET_FRONT) : Optional.empty(),
        overlay,
        "第" + id + "网格",
        "Grid " + id,
        List.of("Ward 0" + id.length()),
        "",
        0,
        0,
        1.0,
        GEOMETRY.toGeometry(new Envelope(west, east, 31.20, 31.22)),
        LocalDate.of(2020, 1, 1),
        Optional.empty());
  }

  private static CityFeed feed(List<List<Event>> records) {
    return new CityFeed() {
      @Override
      public String fingerprint() {
        return "test-" + records.size();
      }

      @Override
      public long records() {
        return records.size();
      }

      @Override
      public Iterator<FeedRecord> from(long position) {
        return IntStream.range((int) position, records.size())
            .mapToObj(i -> new FeedRecord(i + 1, records.get(i), List.of()))
            .iterator();
      }
    };
  }
}
