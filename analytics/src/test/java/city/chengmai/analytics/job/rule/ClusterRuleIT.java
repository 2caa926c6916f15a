package city.chengmai.analytics.job.rule;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule A03 on a real ClickHouse, against plain Java. */
class ClusterRuleIT {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant START = RuleFixture.FIRST.atStartOfDay(ZONE).toInstant();
  private static final Instant UNTIL = START.plus(120, ChronoUnit.DAYS);
  private static final double DEGREE = 111_195;
  // No two of them are 99 to 101 m apart.
  private static final double[] NORTH = {0, 30, 60, 95, 110, 220};

  private static RuleFixture fixture;

  @BeforeAll
  static void start() {
    fixture = new RuleFixture();
  }

  @BeforeEach
  void clear() {
    fixture.clear();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void clustersAreThoseOfPlainJava(long seed) {
    List<ClusterOracle.Spot> cases = cases(seed);
    cases.forEach(ClusterRuleIT::write);
    List<String> expected = new ClusterOracle(cases, ZONE).lines();

    assertThat(lines(START)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected).hasSizeGreaterThan(20).anyMatch(line -> line.contains("after case"));
    // Asked for the last weeks alone it tells the same about them.
    Instant late = START.plus(80, ChronoUnit.DAYS);
    assertThat(lines(late))
        .containsExactlyInAnyOrderElementsOf(
            fixture.ask("A03", ZONE, START, UNTIL).stream()
                .filter(finding -> !finding.start().isBefore(late))
                .map(RuleFixture::line)
                .toList());
  }

  @Test
  void exactlySoFarIsNear() {
    Instant at = START.plus(30, ChronoUnit.DAYS);
    double north = 31.2 + 100 / DEGREE;
    write(new ClusterOracle.Spot("a", "x", "g", at, 121.3, 31.2));
    write(new ClusterOracle.Spot("b", "x", "g", at.plusSeconds(1), 121.3, 31.2));
    write(new ClusterOracle.Spot("c", "x", "g", at.plusSeconds(2), 121.3, north));
    fixture.flush();
    double metres =
        Double.parseDouble(
            fixture
                .client()
                .scalar("SELECT greatCircleDistance(121.3, 31.2, 121.3, " + north + ")"));

    assertThat(asked(metres)).extracting(Finding::key).containsExactly("c");
    assertThat(asked(Math.nextDown(metres))).isEmpty();
  }

  @Test
  void sevenDaysAreWithinAndNotALittleMore() {
    Instant at = START.plus(30, ChronoUnit.DAYS);
    for (String category : List.of("exactly", "more")) {
      Instant last = at.plus(7, ChronoUnit.DAYS).plusMillis(category.equals("more") ? 1 : 0);
      write(new ClusterOracle.Spot(category + 1, category, "g", at, 121.3, 31.2));
      write(new ClusterOracle.Spot(category + 2, category, "g", at.plusSeconds(9), 121.3, 31.2));
      write(new ClusterOracle.Spot(category + 3, category, "g", last, 121.3, 31.2));
    }

    assertThat(fixture.ask("A03", ZONE, START, UNTIL))
        .extracting(Finding::key)
        .containsExactly("exactly3");
  }

  @Test
  void namesWithMarksStayWhatTheyAre() {
    String odd = "it's a \"b\\c\\n'; DROP";
    Instant at = START.plus(30, ChronoUnit.DAYS);
    for (int i = 0; i < 3; i++) {
      write(new ClusterOracle.Spot(odd + i, odd, odd, at.plusSeconds(i), 121.3, 31.2));
    }

    Finding finding = fixture.ask("A03", ZONE, START, UNTIL).get(0);

    assertThat(finding.key()).isEqualTo(odd + 2);
    assertThat(finding.area()).isEqualTo(odd);
    assertThat(finding.columns()).containsEntry("category", odd);
    assertThat(finding.evidence()).containsExactly(odd + 0, odd + 1, odd + 2);
  }

  @Test
  void casesWithoutAPointAreNowhereAndNotInOnePlace() {
    for (int i = 0; i < 9; i++) {
      Instant at = START.plus(30, ChronoUnit.DAYS).plusSeconds(i);
      row("nowhere" + i, "x", "g", at, null, null);
      row("half" + i, "y", "g", at, 0.0, null);
    }
    assertThat(fixture.ask("A03", ZONE, START, UNTIL)).isEmpty();
  }

  private static List<Finding> asked(double metres) {
    AlertRule rule = AlertRules.bundled().rule("A03").with(Map.of("metres", metres));
    return fixture.ask(rule, ZONE, START, UNTIL);
  }

  private static List<String> lines(Instant since) {
    return fixture.ask("A03", ZONE, since, UNTIL).stream().map(RuleFixture::line).toList();
  }

  private static List<ClusterOracle.Spot> cases(long seed) {
    Random random = new Random(seed);
    List<ClusterOracle.Spot> cases = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      int spot = random.nextInt(6);
      boolean burst = random.nextInt(4) == 0;
      long second =
          burst
              ? 86_400L * (20 + 15L * spot) + random.nextInt(6 * 86_400)
              : random.nextInt(110 * 86_400);
      cases.add(
          new ClusterOracle.Spot(
              "case-" + i,
              List.of("street/stall", "street/rubbish", "noise").get(burst ? 0 : random.nextInt(3)),
              "g" + spot,
              START.plusSeconds(second),
              121.3 + 0.012 * spot,
              31.2 + NORTH[random.nextInt(NORTH.length)] / DEGREE));
    }
    return cases;
  }

  private static void write(ClusterOracle.Spot spot) {
    row(spot.id(), spot.category(), spot.grid(), spot.at(), spot.lon(), spot.lat());
  }

  private static void row(
      String id, String category, String grid, Instant at, Double longitude, Double latitude) {
    fixture.row(
        "cases",
        "case_id",
        id,
        "category",
        category,
        "grid",
        grid,
        "reported_at",
        at,
        "recorded_at",
        at,
        "updated_at",
        at,
        "longitude",
        longitude,
        "latitude",
        latitude);
  }
}
