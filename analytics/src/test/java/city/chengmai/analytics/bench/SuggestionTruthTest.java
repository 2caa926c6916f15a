package city.chengmai.analytics.bench;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.source.demo.Incident;
import city.chengmai.datasets.source.demo.IncidentKind;
import city.chengmai.datasets.source.demo.Planted;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A measure is right about what was hidden at its place, in its hours and in its time. */
class SuggestionTruthTest {

  private static final LocalDate DAY = LocalDate.of(2025, 9, 1);
  private static final String PATROL = "extra-patrol";
  private static final String HIT = "repeat-place|p|2025-09-01";
  private static final String LOOKALIKE = "repeat-place|q|2025-09-01";

  private final SuggestionTruth truth =
      new SuggestionTruth(models(), List.of(parking(), drains()), cases());

  @Test
  void patrolsForAnIncidentAreRightAndFindIt() {
    truth.take(patrol("g1", "6", 7, -12));
    assertThat(truth.suggested(PATROL)).containsExactly(Map.entry("g1|6", true));
    assertThat(truth.planted(PATROL)).containsExactly(Map.entry("parking", true));
  }

  @Test
  void patrolsElsewhereAtOtherHoursOrForMuchElseAreWrong() {
    truth.take(patrol("g2", "6", 7, -12));
    truth.take(patrol("g1", "9", 7, -12));
    truth.take(patrol("g1", "6", 7, -21));
    assertThat(truth.suggested(PATROL)).hasSize(3).doesNotContainValue(true);
    assertThat(truth.planted(PATROL)).containsExactly(Map.entry("parking", false));
  }

  @Test
  void patrolsAreJudgedByTheDayTheyWereToldFirst() {
    truth.take(patrol("g1", "6", -1, -5));
    truth.take(patrol("g1", "6", 3, -5));
    assertThat(truth.suggested(PATROL)).containsExactly(Map.entry("g1|6", false));
    assertThat(truth.planted(PATROL)).containsExactly(Map.entry("parking", true));
  }

  @Test
  void patrolsOnceTheIncidentIsForgottenAreWrong() {
    truth.take(patrol("g1", "6", 33, -12));
    assertThat(truth.suggested(PATROL)).containsExactly(Map.entry("g1|6", false));
    assertThat(truth.planted(PATROL)).containsExactly(Map.entry("parking", false));
  }

  @Test
  void anIncidentOfADayIsATruthThatNoPatrolHasToFind() {
    truth.take(patrol("g2", "9", 7, -5));
    assertThat(truth.suggested(PATROL)).containsExactly(Map.entry("g2|9", true));
    assertThat(truth.planted(PATROL)).containsOnlyKeys("parking");
  }

  @Test
  void hitsAreJudgedAsThoseOfTheirModel() {
    truth.take(measure("class-fix", 3, HIT, "case-1"));
    truth.take(measure("class-fix", 3, LOOKALIKE, "case-2"));
    assertThat(truth.suggested("class-fix"))
        .containsExactly(Map.entry(HIT, true), Map.entry(LOOKALIKE, false));
    assertThat(truth.planted("class-fix")).containsExactly(Map.entry("place", true));
    assertThat(truth.suggested("hand-over")).isEmpty();
    assertThat(truth.planted("hand-over"))
        .containsExactly(Map.entry("place", false), Map.entry("shop", false));
  }

  @Test
  void hitsToldLateAreWrongAndEachIsJudgedOnce() {
    truth.take(measure("hand-over", 73, HIT));
    truth.take(measure("hand-over", 74, HIT));
    assertThat(truth.suggested("hand-over")).containsExactly(Map.entry(HIT, false));
    assertThat(truth.planted("hand-over")).doesNotContainValue(true);
  }

  private static SuggestionTruth.Measure patrol(
      String grid, String hour, int day, double expected) {
    String id = grid + "|" + hour + (expected < -20 ? "|much" : "");
    return new SuggestionTruth.Measure(
        id, PATROL, grid, hour, "", expected, List.of("alert"), DAY.plusDays(day));
  }

  private static SuggestionTruth.Measure measure(String kind, int day, String... evidence) {
    return new SuggestionTruth.Measure(
        kind + day, kind, "g1", "", "", -2, List.of(evidence), DAY.plusDays(day));
  }

  private static Incident parking() {
    return incident("parking", IncidentKind.PARKING_SURGE, "g1", 5);
  }

  private static Incident drains() {
    return incident("drains", IncidentKind.DRAIN_BURST, "g2", 1);
  }

  private static Incident incident(String id, IncidentKind kind, String grid, int days) {
    return new Incident(id, kind, List.of(grid), kind.wireName(), "", DAY, DAY.plusDays(days), 10);
  }

  /** Ten of the parking in the hours from six, three of the drains from nine, and usual ones. */
  private static Map<String, SuggestionTruth.Matter> cases() {
    Map<String, SuggestionTruth.Matter> cases = new HashMap<>();
    for (int i = 0; i < 10; i++) {
      cases.put("parking-" + i, matter("g1", IncidentKind.PARKING_SURGE, i % 5, 6 + i % 3));
      cases.put("usual-" + i, matter("g1", IncidentKind.VENDING_SURGE, i % 5, 10));
      cases.put("there-" + i, matter("g2", IncidentKind.PARKING_SURGE, i % 5, 7));
    }
    for (int i = 0; i < 3; i++) {
      cases.put("drain-" + i, matter("g2", IncidentKind.DRAIN_BURST, 0, 9 + i));
    }
    return cases;
  }

  private static SuggestionTruth.Matter matter(String grid, IncidentKind kind, int day, int hour) {
    return new SuggestionTruth.Matter(grid, kind.wireName(), DAY.plusDays(day).atTime(hour, 30));
  }

  private static ModelTruth models() {
    return new ModelTruth(
        List.of(
            planted("place", "repeat-place", true, "case-1"),
            planted("not-a-place", "repeat-place", false, "case-2"),
            planted("shop", "new-shop", true, "shop-1")),
        List.of(hit(HIT, "case-1"), hit(LOOKALIKE, "case-2")));
  }

  private static Planted planted(String id, String model, boolean real, String row) {
    return new Planted(id, model, id, List.of(row), real, DAY, DAY.plusDays(10));
  }

  private static ModelTruth.Hit hit(String id, String row) {
    return new ModelTruth.Hit(id, "repeat-place", "121.3,31.2", List.of(row), DAY, DAY.plusDays(9));
  }
}
