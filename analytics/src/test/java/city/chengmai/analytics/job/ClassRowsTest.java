package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.model.foresight.Told;
import city.chengmai.datasets.classfix.ClassMethod;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClassRowsTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate TODAY = LocalDate.of(2025, 6, 30);
  private static final ClassMethod METHOD = ClassMethod.bundled();

  private final List<ClassCase> cases = new ArrayList<>();

  @Test
  void whatWasThereBeforeTheWeeksMakesTheFirstOfThemComeAgain() {
    int first = 7 * METHOD.weeks() - 1;
    place(0, first, first - 3, first - 6, first - 9, first - 12);
    assertThat(rows(TODAY, Map.of())).singleElement().extracting("again").isEqualTo(4);
    place(0, first + 20);
    assertThat(rows(TODAY, Map.of()))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("again", 5).containsEntry("matters", 5));
  }

  @Test
  void aPlaceThatOthersComeBeforeGoesOn() {
    place(0, 20, 22, 24, 26, 28);
    Map<String, Map<String, Object>> standing = byId(rows(TODAY.minusDays(1), Map.of()));
    assertThat(standing).hasSize(1);
    String id = standing.keySet().iterator().next();
    for (int other = 1; other <= METHOD.most() + 2; other++) {
      place(other, 10, 12, 14, 16, 18, 20, 22);
    }
    Map<String, Map<String, Object>> rows = byId(rows(TODAY, standing));
    assertThat(rows.get(id)).containsEntry("ended_day", null);
    assertThat(rows.get(id)).containsEntry("last_day", TODAY.toString());
    // Of new classes there are no more than that.
    assertThat(rows).hasSize(METHOD.most() + 1);
  }

  @Test
  void aPlaceWhereNothingComesBackAnyMoreIsOver() {
    place(0, 20, 22, 24, 26, 28);
    Map<String, Map<String, Object>> standing = byId(rows(TODAY.minusDays(1), Map.of()));
    cases.remove(0);
    assertThat(rows(TODAY, standing))
        .singleElement()
        .extracting("ended_day")
        .isEqualTo(TODAY.toString());
  }

  private Collection<Map<String, Object>> rows(
      LocalDate today, Map<String, Map<String, Object>> standing) {
    return new ClassRows(METHOD, ZONE, today, standing).of(cases);
  }

  private static Map<String, Map<String, Object>> byId(Collection<Map<String, Object>> rows) {
    Map<String, Map<String, Object>> byId = new LinkedHashMap<>();
    rows.forEach(row -> byId.put((String) row.get("class_id"), row));
    return byId;
  }

  /** A case at a place so many days ago, for each of them. */
  private void place(int number, int... daysAgo) {
    for (int ago : daysAgo) {
      Told told =
          new Told(
              number + "-" + ago,
              Told.Kind.CASE,
              "g" + number,
              "litter",
              TODAY.minusDays(ago).atTime(12, 0).atZone(ZONE).toInstant(),
              Optional.empty(),
              121 + number * 0.01,
              31,
              "");
      cases.add(new ClassCase(told, true, ""));
    }
  }
}
