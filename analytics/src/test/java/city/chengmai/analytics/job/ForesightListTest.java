package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.model.foresight.Told;
import city.chengmai.datasets.calendar.HolidayCalendars;
import city.chengmai.datasets.foresight.ForesightMethod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForesightListTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
  private static final int MORNING = 60;
  private static final int LATER = 69;

  private final List<Told> told = new ArrayList<>();

  @Test
  void aListOfAMorningThatIsOverStaysAndIsToldWhatCame() {
    complaints("noise", 0, MORNING);
    List<Map<String, Object>> made = of(rows(MORNING, List.of()), MORNING);
    assertThat(made).singleElement().satisfies(row -> came(row, null, null, null));

    // What is told late would have put a place on it and taken the other off.
    complaints("litter", 0, MORNING);
    tell("noise", Told.Kind.FIND, MORNING - 1);
    assertThat(of(rows(LATER, List.of()), MORNING))
        .extracting(row -> row.get("category"))
        .containsExactly("litter");
    tell("noise", Told.Kind.ORDER, MORNING + 1);
    tell("noise", Told.Kind.ORDER, MORNING + 6);
    tell("noise", Told.Kind.FIND, MORNING + 3);
    List<Map<String, Object>> standing = of(rows(LATER, made), MORNING);

    assertThat(standing)
        .singleElement()
        .satisfies(row -> came(row, FIRST.plusDays(MORNING + 7).toString(), 2, 1));
    assertThat(plain(standing.get(0))).isEqualTo(plain(made.get(0)));
  }

  @Test
  void aMorningWithoutListIsMadeUpForAndSaysWhen() {
    complaints("noise", 0, LATER);
    List<Map<String, Object>> made = rows(MORNING, List.of());
    List<Map<String, Object>> rows = rows(LATER, made);
    assertThat(of(rows, MORNING))
        .extracting(row -> row.get("data_as_of"))
        .containsExactly(Stamp.text(at(MORNING, 10)));
    for (int missed = MORNING + 1; missed <= LATER; missed++) {
      assertThat(of(rows, missed))
          .extracting(row -> row.get("data_as_of"))
          .containsExactly(Stamp.text(at(LATER, 10)));
    }
    assertThat(rows(LATER, rows)).isEqualTo(rows);
  }

  @Test
  void todaysListFollowsWhatIsToldLate() {
    complaints("noise", 0, MORNING);
    List<Map<String, Object>> made = of(rows(MORNING, List.of()), MORNING);
    complaints("litter", 0, MORNING);
    tell("noise", Told.Kind.FIND, MORNING - 1);
    assertThat(of(rows(MORNING, made), MORNING))
        .extracting(row -> row.get("category") + " " + row.get("dropped"))
        .containsExactly("litter 0", "noise 1");
  }

  private static void came(Map<String, Object> row, Object on, Object complaints, Object finds) {
    assertThat(row)
        .containsEntry("checked_on", on)
        .containsEntry("complaints", complaints)
        .containsEntry("finds", finds);
  }

  private static Map<String, Object> plain(Map<String, Object> row) {
    Map<String, Object> plain = new LinkedHashMap<>(row);
    plain.keySet().removeAll(List.of("checked_on", "complaints", "finds"));
    return plain;
  }

  private static List<Map<String, Object>> of(List<Map<String, Object>> rows, int day) {
    return rows.stream()
        .filter(row -> row.get("day").equals(FIRST.plusDays(day).toString()))
        .toList();
  }

  /** At ten on a day, by what was told until then. */
  private List<Map<String, Object>> rows(int day, List<Map<String, Object>> standing) {
    Instant now = at(day, 10);
    CityFrame city =
        new CityFrame(
            "town",
            ZONE,
            FIRST,
            FIRST.plusDays(day + 1L),
            now,
            new AreaForest(List.of()),
            HolidayCalendars.named("none"));
    DaySpan days = new DaySpan(FIRST, city.endDay());
    RunContext run = new RunContext(null, null, null, city, days, new Stamp(now, now, day), null);
    return new ForesightList(run, ForesightMethod.bundled(), 50)
        .rows(told.stream().filter(one -> one.at().isBefore(now)).toList(), standing);
  }

  /** Every other day at one place. */
  private void complaints(String category, int from, int to) {
    for (int day = from; day < to; day += 2) {
      tell(category, Told.Kind.ORDER, day);
    }
  }

  private void tell(String category, Told.Kind kind, int day) {
    told.add(
        new Told(
            category + "-" + kind + "-" + day,
            kind,
            "g1",
            category,
            at(day, 9),
            Optional.empty(),
            121,
            31,
            ""));
  }

  private static Instant at(int day, int hour) {
    return FIRST.plusDays(day).atTime(hour, 0).atZone(ZONE).toInstant();
  }
}
