package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.analytics.bench.DemoPool;
import city.chengmai.analytics.job.rule.RuleFixture;
import city.chengmai.datasets.calendar.HolidayCalendars;
import city.chengmai.datasets.source.demo.DemoOptions;
import city.chengmai.datasets.source.demo.DemoTruth;
import city.chengmai.datasets.source.demo.Planted;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mechanisms over a demo city whose truth is known, and over rows made by hand in it. */
class MechanismsIT {

  private static final int DAYS = 120;
  private static final LocalDate FIRST = LocalDate.of(2025, 7, 1);
  private static final DemoOptions OPTIONS =
      new DemoOptions(4_711, FIRST, HolidayCalendars.named("china"));
  private static final Instant NOW = at(DAYS, 0);

  private static RuleFixture fixture;
  private static ModelTown town;
  private static List<Planted> planted;

  @BeforeAll
  static void live() {
    fixture = new RuleFixture();
    List<String> grids = new ArrayList<>(DemoPool.write(fixture, OPTIONS, DAYS));
    grids.addAll(List.of("nowhere", "beyond"));
    byHand();
    planted = DemoTruth.planted(OPTIONS, DAYS);
    town = new ModelTown(fixture, DemoOptions.ZONE, FIRST, HolidayCalendars.named("china"), grids);
    town.foresight(at(100, 10));
    town.foresight(NOW);
    town.classes(NOW);
    town.levels(at(100, 0));
    town.levels(NOW);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void eachProactiveMatterHasItsVerdict() {
    assertThat(verdict("hand-handled")).isEqualTo("handled []");
    assertThat(verdict("hand-before")).isEqualTo("complained-before ['order-before']");
    assertThat(verdict("hand-named")).isEqualTo("complained-before ['order-named']");
    assertThat(verdict("hand-meanwhile")).isEqualTo("complained-meanwhile ['order-meanwhile']");
    assertThat(verdict("hand-open")).isEqualTo("open []");
    assertThat(verdict("hand-unplaced")).isEqualTo("unplaced []");
    assertThat(one("SELECT count() AS x FROM foresight_matters WHERE case_id = 'hand-app'"))
        .isEqualTo("0");
    assertThat(
            one(
                "SELECT concat(toString(orders_after), ' ', toString(settled)) AS x"
                    + " FROM foresight_matters FINAL WHERE case_id = 'hand-handled'"))
        .isEqualTo("1 1");
  }

  /** What was planted: complaints about dogs before a find, none after. */
  @Test
  void complaintsThatStoppedAfterFindsAreSeenAgainstOtherGrids() {
    List<Planted> starts =
        planted.stream()
            .filter(one -> one.model().equals("before-complaint") && one.real())
            // The city is not known for long enough before those of the first cycle.
            .filter(one -> !one.from().isBefore(FIRST.plusDays(28)))
            .filter(MechanismsIT::isFirstFindInFourWeeks)
            .toList();
    assertThat(starts).hasSizeGreaterThan(4);
    int avoided =
        Integer.parseInt(
            one(
                "SELECT count() AS x FROM hotline_orders FINAL WHERE order_id IN "
                    + rows(starts::contains)));
    ObjectNode dogs = effect("community-life/dogs");
    assertThat(dogs.get("effect_lower").asDouble()).isLessThan(-avoided);
    assertThat(dogs.get("effect_upper").asDouble()).isGreaterThan(-avoided);
    assertThat(dogs.get("state").asText()).isEqualTo("fewer");
    // Nobody went to these places, and nothing was planted about lamps.
    for (String other :
        List.of("community-life/neighbour-noise", "public-facilities/street-light")) {
      assertThat(effect(other).get("state").asText()).isEqualTo("no-clear-change");
    }
  }

  private static boolean isFirstFindInFourWeeks(Planted scene) {
    String found =
        scene.rows().stream().filter(row -> row.startsWith("C")).findFirst().orElseThrow();
    return one("SELECT count() AS x FROM cases AS c FINAL INNER JOIN (SELECT * FROM cases FINAL"
            + " WHERE case_id = '%s') AS own ON own.grid = c.grid AND own.category = c.category"
                .formatted(found)
            + " WHERE c.channel IN ('patrol', 'sensor', 'model', 'visit') AND"
            + " isNull(c.cancelled_at) AND toDate(c.reported_at, 'Asia/Shanghai') <"
            + " toDate(own.reported_at, 'Asia/Shanghai') AND toDate(c.reported_at, 'Asia/Shanghai')"
            + " >= toDate(own.reported_at, 'Asia/Shanghai') - 28")
        .equals("0");
  }

  private static ObjectNode effect(String category) {
    return fixture
        .client()
        .rows(
            "SELECT * FROM foresight_effects FINAL WHERE scope = 'category' AND scope_id = '%s'"
                .formatted(category))
        .get(0);
  }

  private static String rows(Predicate<Planted> wanted) {
    return planted.stream()
        .filter(wanted)
        .flatMap(one -> one.rows().stream())
        .map(row -> "'" + row + "'")
        .collect(Collectors.joining(", ", "(", ")"));
  }

  @Test
  void placesThatDrawComplaintsAreOnTheListAndMostOfItComesTrue() {
    List<Planted> places =
        planted.stream().filter(one -> one.model().equals("before-complaint")).toList();
    assertThat(places).hasSizeGreaterThan(12);
    long listed =
        places.stream()
            .filter(
                place ->
                    !one("SELECT count() AS x FROM foresight_candidates FINAL WHERE"
                            + " hasAny(evidence, "
                            + place.rows().stream().map(row -> "'" + row + "'").toList()
                            + ")")
                        .equals("0"))
            .count();
    // Lists begin 60 days before the end; places of the first cycle were before them.
    long late = places.stream().filter(one -> one.to().isAfter(FIRST.plusDays(75))).count();
    assertThat((double) listed / late).isGreaterThan(0.7);
    assertThat(
            Double.parseDouble(
                one(
                    "SELECT countIf(complaints > 0) / count() AS x FROM foresight_candidates FINAL"
                        + " WHERE dropped = 0 AND checked_on IS NOT NULL AND finds = 0")))
        .isGreaterThan(0.6);
    assertThat(one("SELECT min(length(evidence)) > 0 AS x FROM foresight_candidates FINAL"))
        .isEqualTo("1");
  }

  /** On the hundredth day a run made the list of its morning, and those before as far as known. */
  @Test
  void aListKeepsWhenItWasMade() {
    String checked =
        "SELECT count() > 0 AS x FROM foresight_candidates FINAL WHERE isNotNull(checked_on) AND";
    String made = " toString(toTimeZone(data_as_of, 'Asia/Shanghai')) = '%s'";
    String hundredth = made.formatted(FIRST.plusDays(100) + " 10:00:00.000");
    String last = made.formatted(FIRST.plusDays(DAYS) + " 00:00:00.000");
    assertThat(one(checked + hundredth + " AND day = '%s'".formatted(FIRST.plusDays(100))))
        .isEqualTo("1");
    assertThat(one(checked + hundredth + " AND day > '%s'".formatted(FIRST.plusDays(100))))
        .isEqualTo("0");
    assertThat(one(checked + last + " AND day <= '%s'".formatted(FIRST.plusDays(100))))
        .isEqualTo("0");
    assertThat(one(checked + last + " AND day > '%s'".formatted(FIRST.plusDays(100))))
        .isEqualTo("1");
  }

  @Test
  void placesWhereTheSameComesBackAreClassesAndOneTroubleToldByManyIsNot() {
    LocalDate window = FIRST.plusDays(DAYS - 56);
    List<Planted> repeated =
        planted.stream()
            .filter(one -> one.model().equals("repeat-place"))
            .filter(one -> !one.from().isBefore(window))
            .toList();
    List<Planted> real = repeated.stream().filter(Planted::real).toList();
    assertThat(real).hasSizeGreaterThan(2).allMatch(MechanismsIT::isPlaceClass);
    // The first kind of lookalike: many tell of one matter within days.
    assertThat(repeated)
        .filteredOn(one -> !one.real() && one.id().endsWith("-4"))
        .isNotEmpty()
        .noneMatch(MechanismsIT::isPlaceClass);
  }

  private static boolean isPlaceClass(Planted one) {
    return !one("SELECT count() AS x FROM matter_classes FINAL WHERE kind = 'place' AND"
            + " length(arrayIntersect(evidence, %s)) >= 5"
                .formatted(one.rows().stream().map(row -> "'" + row + "'").toList()))
        .equals("0");
  }

  /** Each category of the city is told in a few ways: a theme is one of them. */
  @Test
  void themesAreWhatIsSaid() {
    List<ObjectNode> themes =
        fixture
            .client()
            .rows("SELECT * FROM matter_classes FINAL WHERE kind = 'theme' ORDER BY class_id");
    assertThat(themes).hasSizeGreaterThan(8);
    assertThat(themes).allMatch(theme -> theme.get("again").asInt() > 0);
    double purity = themes.stream().mapToDouble(MechanismsIT::purity).average().orElse(0);
    assertThat(purity).isGreaterThan(0.9);
  }

  /** Share of the cases behind a theme that say the commonest thing. */
  private static double purity(ObjectNode theme) {
    Map<String, Long> said =
        fixture
            .client()
            .rows(
                "SELECT description, substring(address, 13) AS address FROM cases FINAL WHERE"
                    + " case_id IN "
                    + theme
                        .get("evidence")
                        .toString()
                        .replace('[', '(')
                        .replace(']', ')')
                        .replace('"', '\''))
            .stream()
            .map(
                row ->
                    row.get("description")
                        .asText()
                        .replaceFirst("^[^，：]*[，：]", "")
                        .replace(row.get("address").asText(), "")
                        .replaceFirst("。.*$", ""))
            .collect(Collectors.groupingBy(text -> text, Collectors.counting()));
    long all = said.values().stream().mapToLong(Long::longValue).sum();
    return (double) said.values().stream().mapToLong(Long::longValue).max().orElse(0) / all;
  }

  @Test
  void whatAFixChangedIsMeasuredAgainstTheDaysBefore() {
    String place =
        one(
            "SELECT class_id AS x FROM matter_classes FINAL WHERE kind = 'place'"
                + " ORDER BY class_id LIMIT 1");
    ObjectNode found =
        fixture
            .client()
            .rows("SELECT * FROM matter_classes FINAL WHERE class_id = '%s'".formatted(place))
            .get(0);
    LocalDate start = FIRST.plusDays(DAYS - 30);
    fixture.row(
        "class_fixes",
        "class_id",
        place,
        "fix_id",
        "fix-by-hand",
        "kind",
        "place",
        "category",
        found.get("category").asText(),
        "longitude",
        found.get("longitude").asDouble(),
        "latitude",
        found.get("latitude").asDouble(),
        "measure",
        "put right",
        "started_on",
        start,
        "recorded_at",
        NOW);
    town.classes(NOW);
    String near =
        "SELECT count() AS x FROM cases FINAL WHERE isNull(cancelled_at) AND category = '%s'"
                .formatted(found.get("category").asText())
            + " AND greatCircleDistance(longitude, latitude, %s, %s) <= 50"
                .formatted(found.get("longitude"), found.get("latitude"))
            + " AND toDate(reported_at, 'Asia/Shanghai') >= '%s' AND toDate(reported_at,"
            + " 'Asia/Shanghai') < '%s'";
    ObjectNode effect =
        fixture
            .client()
            .rows("SELECT * FROM class_fix_effects FINAL WHERE intervention_id = 'fix-by-hand'")
            .get(0);
    assertThat(effect.get("baseline_total").asText())
        .isEqualTo(one(near.formatted(start.minusDays(28), start)));
    assertThat(effect.get("after_total").asText())
        .isEqualTo(one(near.formatted(start.plusDays(3), FIRST.plusDays(DAYS))));
    assertThat(effect.get("days")).hasSize(58);
  }

  /** Cases of places that nobody feels responsible for went from unit to unit. */
  @Test
  void whatSeveralUnitsHaveHadIsLiftedAndGoesAcrossDepartments() {
    String handed =
        "case_id IN (SELECT subject FROM events FINAL WHERE type = 'cn.grid.case.dispatched'"
            + " GROUP BY subject HAVING uniqExact(JSONExtractString(data, 'unit')) > 1)";
    String planted =
        " AND case_id IN " + rows(one -> one.model().equals("nobodys-place") && one.real());
    String levels = "SELECT count() AS x FROM case_levels FINAL WHERE ";
    assertThat(Integer.parseInt(one(levels + handed + planted))).isGreaterThan(10);
    assertThat(one(levels + handed + " AND (NOT has(crosses, 'department') OR level = 'simple')"))
        .isEqualTo("0");
    assertThat(one(levels + "NOT " + handed + " AND has(crosses, 'department')")).isEqualTo("0");
    assertThat(one(levels + "open = 0 AND meeting != ''")).isEqualTo("0");
    assertThat(one(levels + "level != told_level AND empty(reasons)")).isEqualTo("0");
    assertThat(
            one(
                levels
                    + "indexOf(['simple', 'comprehensive', 'difficult'], level)"
                    + " < indexOf(['simple', 'comprehensive', 'difficult'], told_level)"))
        .isEqualTo("0");
  }

  @Test
  void timeLiftsACaseAndTheDayIsKept() {
    assertThat(level("hand-slow"))
        .isEqualTo(
            "difficult levels ['limit-share 7.1'] [] ['%s difficult']"
                .formatted(FIRST.plusDays(DAYS - 1)));
    String versions = versions("case_levels");
    town.levels(NOW);
    assertThat(versions("case_levels")).isEqualTo(versions);
  }

  @Test
  void whatTurnedOutVoidIsCountedNoMore() {
    border("hand-void", "nowhere", 130.5, 90);
    found("hand-void-find", "patrol", 9, 90, -1, "");
    town.levels(NOW);
    town.foresight(NOW);
    assertThat(level("hand-void")).startsWith("difficult levels");
    assertThat(verdict("hand-void-find")).isEqualTo("open []");
    fixture
        .client()
        .execute(
            "INSERT INTO cases SELECT * REPLACE(2 AS version, reported_at AS cancelled_at) FROM"
                + " cases FINAL WHERE case_id LIKE 'hand-void%'");
    town.levels(NOW);
    town.foresight(NOW);
    assertThat(level("hand-void")).startsWith("difficult  [");
    assertThat(one("SELECT open AS x FROM case_levels FINAL WHERE case_id = 'hand-void'"))
        .isEqualTo("0");
    assertThat(verdict("hand-void-find")).isEqualTo("void []");
  }

  @Test
  void oneTroubleOnBothSidesOfABorderIsForTheGridsTogether() {
    assertThat(level("hand-here")).startsWith("difficult areas ").contains("['hand-there']");
    assertThat(level("hand-there")).startsWith("comprehensive areas ").contains("['hand-here']");
  }

  private static String level(String id) {
    return one(
        "SELECT concat(level, ' ', meeting, ' ', toString(reasons), ' ', toString(other_cases), '"
            + " ', toString(history)) AS x"
            + " FROM case_levels FINAL WHERE case_id = '%s'".formatted(id));
  }

  @Test
  void classesThatGoOnAreTheSameRows() {
    String ids =
        "SELECT arrayStringConcat(arraySort(groupArray(class_id)), ' ') AS x FROM matter_classes"
            + " FINAL";
    String before = one(ids);
    String versions = versions("matter_classes");
    town.classes(NOW);
    assertThat(one(ids)).isEqualTo(before);
    assertThat(versions("matter_classes")).isEqualTo(versions);
  }

  @Test
  void aRerunChangesNothing() {
    String before = versions("foresight_matters") + versions("foresight_candidates");
    String effects = versions("foresight_effects");
    town.foresight(NOW);
    assertThat(versions("foresight_matters") + versions("foresight_candidates")).isEqualTo(before);
    assertThat(versions("foresight_effects")).isEqualTo(effects);
  }

  private static String versions(String table) {
    return one("SELECT concat(toString(count()), ' ', toString(max(version))) AS x FROM " + table);
  }

  private static void byHand() {
    found("hand-handled", "patrol", 1, 50, 52, "");
    order("order-after", "", 1, 60);
    found("hand-before", "sensor", 2, 50, 52, "");
    order("order-before", "", 2, 30);
    order("order-long-ago", "", 1, 10);
    found("hand-named", "visit", 3, 50, 52, "order-named");
    found("hand-meanwhile", "model", 4, 50, 56, "");
    order("order-meanwhile", "", 4, 53);
    found("hand-open", "patrol", 5, 50, -1, "");
    found("hand-unplaced", "patrol", -1, 50, 52, "");
    border("hand-slow", "nowhere", 130, 98);
    border("hand-here", "nowhere", 131, 110);
    border("hand-there", "beyond", 131.0001, 112);
    found("hand-app", "app", 6, 50, 52, "");
  }

  /** An open case with a limit of three days. */
  private static void border(String id, String grid, double longitude, int day) {
    fixture.row(
        "cases",
        "case_id",
        id,
        "channel",
        "app",
        "grid",
        grid,
        "category",
        "by-hand",
        "longitude",
        longitude,
        "latitude",
        30,
        "reported_at",
        at(day, 9),
        "filed_at",
        at(day, 10),
        "due_at",
        at(day + 3, 10));
  }

  @Test
  void aModelThatAnAnalystWroteIsAskedLikeTheShippedOnes() {
    String counted =
        """
        SELECT any(grid) AS grid, category AS object, groupArray(case_id) AS evidence,
               concat(toString(count()), '件') AS text, concat(toString(count()), ' cases') AS text_en
        FROM cases
        WHERE category = 'by-hand' AND reported_at < {until:DateTime64(3, 'UTC')}
        GROUP BY category
        """;
    step("counted", 1, "propose", 1, counted);
    step("counted", 2, "approve", 1, "");
    step("counted", 3, "activate", 1, "");
    // A next version that waits for its review is not asked.
    step("counted", 4, "propose", 2, counted.replace("by-hand", "no-such"));
    step("waiting", 1, "propose", 1, counted);
    step(
        "broken",
        1,
        "propose",
        1,
        "SELECT '' AS grid, 'x' AS object, toString(count()) AS evidence, 'x' AS text"
            + " FROM accounts WHERE {until:DateTime64(3, 'UTC')} > toDateTime64(0, 3)");
    step("broken", 2, "approve", 1, "");
    step("broken", 3, "activate", 1, "");
    step("gone", 1, "propose", 1, counted);
    step("gone", 2, "approve", 1, "");
    step("gone", 3, "activate", 1, "");
    step("gone", 4, "retire", 1, "");
    fixture.row(
        "empowerment_hits",
        "hit_id",
        "gone|x",
        "model_id",
        "gone",
        "finding",
        "x",
        "evidence",
        List.of("C1"),
        "evidence_total",
        1,
        "details",
        Map.of("text", "x"),
        "first_day",
        FIRST,
        "last_day",
        FIRST.plusDays(DAYS - 9));
    assertThatThrownBy(() -> town.written(NOW))
        .hasMessageContaining("broken:")
        .hasMessageContaining("code 497")
        .hasMessageNotContaining("counted");
    ObjectNode hit =
        fixture
            .client()
            .rows("SELECT * FROM empowerment_hits FINAL WHERE model_id = 'counted'")
            .get(0);
    assertThat(hit.get("subject").asText()).isEqualTo("by-hand");
    assertThat(hit.get("area_id").asText()).isEqualTo("nowhere");
    assertThat(hit.get("department").asText()).isEqualTo("urban-management");
    assertThat(hit.get("last_day").asText()).isEqualTo(FIRST.plusDays(DAYS - 1).toString());
    assertThat(hit.get("evidence_total").asText())
        .isEqualTo(one("SELECT count() AS x FROM cases FINAL WHERE category = 'by-hand'"));
    assertThat(hit.get("details").get("text_en").asText())
        .isEqualTo(hit.get("evidence_total").asText() + " cases");
    assertThat(runs("counted")).isEqualTo("60 done 1");
    assertThat(runs("broken")).isEqualTo("1 failed 1");
    assertThat(runs("gone")).isEqualTo("0  0");
    assertThat(runs("waiting")).isEqualTo("0  0");
    assertThat(
            one(
                "SELECT toString(ended_day) AS x FROM empowerment_hits FINAL WHERE hit_id ="
                    + " 'gone|x'"))
        .isEqualTo(FIRST.plusDays(DAYS - 8).toString());
  }

  private static String runs(String model) {
    return one(
        "SELECT concat(toString(count()), ' ', any(state), ' ', toString(any(model_version))) AS x"
            + " FROM empowerment_runs FINAL WHERE model_id = '"
            + model
            + "'");
  }

  private static void step(String model, int edition, String step, int version, String statement) {
    boolean proposed = step.equals("propose");
    fixture.row(
        "model_steps",
        "model_id",
        model,
        "edition",
        edition,
        "step_id",
        model + edition,
        "based_on",
        edition - 1,
        "step",
        step,
        "model_version",
        version,
        "name_zh",
        "甲",
        "name_en",
        "A",
        "question_zh",
        "甲",
        "question_en",
        "A",
        "check_zh",
        "甲",
        "check_en",
        "A",
        "department",
        proposed ? "urban-management" : "",
        "subject_kind",
        "record",
        "schedule",
        "DAILY",
        "quiet_days",
        3,
        "seconds",
        20,
        "most_hits",
        10,
        "statement",
        statement,
        "actor",
        step.equals("approve") ? "B" : "A",
        "acted_at",
        NOW);
  }

  private static void found(
      String id, String channel, int place, int reported, int closed, String order) {
    fixture.row(
        "cases",
        "case_id",
        id,
        "channel",
        channel,
        "grid",
        "nowhere",
        "category",
        "by-hand",
        "longitude",
        place < 0 ? null : 120 + place * 0.01,
        "latitude",
        place < 0 ? null : 30,
        "order_id",
        order,
        "reported_at",
        at(reported, 9),
        "closed_at",
        closed < 0 ? null : at(closed, 9));
  }

  private static void order(String id, String named, int place, int day) {
    fixture.row(
        "hotline_orders",
        "order_id",
        id,
        "case_id",
        named,
        "grid",
        "nowhere",
        "category",
        "by-hand",
        "longitude",
        120 + place * 0.01 + 0.0002,
        "latitude",
        30,
        "received_at",
        at(day, 12));
  }

  private static String verdict(String id) {
    return one(
        "SELECT concat(verdict, ' ', toString(orders)) AS x FROM foresight_matters FINAL"
            + " WHERE case_id = '"
            + id
            + "'");
  }

  private static Instant at(int day, int hour) {
    return FIRST.plusDays(day).atTime(hour, 0).atZone(DemoOptions.ZONE).toInstant();
  }

  private static String one(String query) {
    return fixture.client().rows(query).get(0).get("x").asText();
  }
}
