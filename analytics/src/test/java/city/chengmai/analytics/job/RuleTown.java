package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.job.rule.RuleFixture;
import city.chengmai.datasets.calendar.NoHolidays;
import city.chengmai.datasets.campaign.CityPlans;
import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A town of four grids, in which rules run without Spark. */
final class RuleTown {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final RuleFixture fixture;
  private CityPlans plans = CityPlans.NONE;
  private long version;

  RuleTown(RuleFixture fixture) {
    this.fixture = fixture;
  }

  void plans(CityPlans declared) {
    plans = declared;
  }

  /** Runs all questions over the whole period. */
  void runAll(Instant now) {
    run(RuleFixture.FIRST, now);
  }

  /** Runs all questions over the days since one. */
  void run(LocalDate from, Instant now) {
    run(AlertRules.bundled(), from, now);
    assertThat(
            fixture.client().rows("SELECT job, message FROM job_runs FINAL WHERE state = 'failed'"))
        .isEmpty();
  }

  void run(AlertRules rules, LocalDate from, Instant now) {
    fixture.flush();
    RunContext context = context(from, now);
    JobLog log = new JobLog(fixture.store(), InstantSource.fixed(now), "", RunWatch.DEAF);
    CityNumbers numbers = new CityNumbers(rules, firstDay -> plans);
    QueryRuleJob.of(rules, numbers).forEach(job -> log.tolerated(job, context));
  }

  private RunContext context(LocalDate from, Instant now) {
    LocalDate end = now.atZone(ZONE).toLocalDate().plusDays(1);
    CityFrame city =
        new CityFrame("town", ZONE, RuleFixture.FIRST, end, now, areas(), new NoHolidays());
    return new RunContext(
        null,
        fixture.store(),
        null,
        city,
        new DaySpan(from, end),
        new Stamp(now, now, ++version),
        null);
  }

  private static AreaForest areas() {
    List<AreaNode> nodes =
        List.of(
            area("city", "", ""),
            area("g1", "city", "street-front"),
            area("g2", "city", "street-front"),
            area("g3", "city", "street-front"),
            area("g4", "city", "building"));
    return new AreaForest(nodes);
  }

  private static AreaNode area(String id, String parent, String type) {
    String level = type.isEmpty() ? "city" : "grid";
    return new AreaNode(id, parent, level, type, false, 1000, 10, 1, "");
  }

  /** What a rule would have found with other numbers. */
  Set<String> tried(AlertRule tried, LocalDate from, Instant now) {
    CityNumbers numbers = new CityNumbers(AlertRules.bundled(), firstDay -> plans);
    return new QueryRuleJob(tried, numbers).findings(context(from, now), tried);
  }

  /** A rule as it holds in the town. */
  AlertRule inForce(String rule, Instant now) {
    CityNumbers numbers = new CityNumbers(AlertRules.bundled(), firstDay -> plans);
    return numbers.inForce(context(RuleFixture.FIRST, now), AlertRules.bundled().rule(rule));
  }

  /** The alerts in these states, without the stamps of a run. */
  Set<String> alerts(String condition) {
    Set<String> rows = new TreeSet<>();
    for (ObjectNode row :
        fixture
            .client()
            .rows(
                "SELECT * EXCEPT (version, data_as_of, raised_at) FROM alerts FINAL WHERE "
                    + condition)) {
      rows.add(row.toString());
    }
    return rows;
  }

  /** Rule and number of its open alerts. */
  List<String> openByRule() {
    return fixture
        .client()
        .rows(
            "SELECT rule, count() AS n FROM alerts FINAL WHERE state = 'open' GROUP BY rule ORDER BY rule")
        .stream()
        .map(row -> row.get("rule").asText() + " " + row.get("n").asText())
        .toList();
  }
}
