package city.chengmai.analytics.job;

import city.chengmai.analytics.job.rule.RuleFixture;
import city.chengmai.analytics.spark.ClickHouseReader;
import city.chengmai.analytics.spark.StoredRow;
import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.campaign.CityPlans;
import city.chengmai.datasets.empowerment.EmpowermentModels;
import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * A city in which measures are suggested day after day. Alerts and hits of the whole period are
 * found first; each day then sees those that were told of by its end, open if they were open then.
 * What a hit rests on is what it rested on last.
 */
public final class SuggestionTown {

  private static final String ALERTS = "alerts";
  private static final int PARTITIONS = 2;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RuleFixture fixture;
  private final ModelTown town;
  private final ZoneId zone;
  private final List<Map<String, Object>> alerts;
  private final List<Map<String, Object>> hits;

  /**
   * A city whose models were asked; raises the alerts that measures come from.
   *
   * @param spark session, owned by the caller
   * @param days of the city's period
   * @param now end of the last one
   */
  public SuggestionTown(
      RuleFixture fixture, ModelTown town, SparkSession spark, ZoneId zone, int days, Instant now) {
    this.fixture = fixture;
    this.town = town;
    this.zone = zone;
    raise(spark, days, now);
    this.alerts = rows(ALERTS);
    this.hits = rows(HitRow.TABLE);
  }

  /** The rules that the question for extra patrols names. */
  private void raise(SparkSession spark, int days, Instant now) {
    RunContext plain = town.context(now);
    ClickHouseReader reader = new ClickHouseReader(spark, plain.store(), PARTITIONS);
    RunContext run =
        new RunContext(
            spark, plain.store(), reader, plain.city(), plain.days(), plain.stamp(), null);
    CityNumbers numbers = CityNumbers.bundled();
    new UnusualVolumeJob(rule("A02", "recent-days.hour", days), first -> CityPlans.NONE).run(run);
    new ClusterScanJob(rule("A03-scan", "recent-days", days), numbers).run(run);
    new PatrolJob(rule("A18", "recent-days", days), numbers).run(run);
    new QueryRuleJob(AlertRules.bundled().rule("A03"), numbers).run(run);
  }

  private static AlertRule rule(String id, String recent, double days) {
    return AlertRules.bundled().rule(id).with(Map.of(recent, days));
  }

  private List<Map<String, Object>> rows(String table) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (ObjectNode row : fixture.client().rows("SELECT * FROM " + table + " FINAL")) {
      rows.add(JSON.convertValue(row, new TypeReference<LinkedHashMap<String, Object>>() {}));
    }
    return rows;
  }

  /** The measures that stand at the end of a day, after those of the days before it. */
  public List<ObjectNode> suggest(LocalDate day) {
    Instant until = day.plusDays(1).atStartOfDay(zone).toInstant();
    replace(ALERTS, alerts.stream().filter(row -> isRaised(row, until)), row -> asOf(row, until));
    replace(HitRow.TABLE, hits.stream().filter(row -> isFound(row, day)), row -> asOf(row, day));
    new SuggestionJob().run(town.context(until));
    return fixture
        .client()
        .rows("SELECT * FROM suggested_measures FINAL WHERE isNull(ended_day) ORDER BY measure_id");
  }

  private void replace(
      String table, Stream<Map<String, Object>> rows, UnaryOperator<Map<String, Object>> then) {
    fixture.client().execute("TRUNCATE TABLE " + table);
    TableWriter.write(
        fixture.store(),
        table,
        rows.map(then).map(columns -> (StoredRow) () -> columns).toList().iterator());
  }

  private static boolean isRaised(Map<String, Object> alert, Instant until) {
    return !Stamp.moment((String) alert.get("raised_at")).isAfter(until);
  }

  private static Map<String, Object> asOf(Map<String, Object> alert, Instant until) {
    boolean open =
        alert.get("cleared_at") == null
            || Stamp.moment((String) alert.get("cleared_at")).isAfter(until);
    Map<String, Object> row = new LinkedHashMap<>(alert);
    row.put("state", open ? "open" : "cleared");
    row.put("cleared_at", open ? null : alert.get("cleared_at"));
    return row;
  }

  private static boolean isFound(Map<String, Object> hit, LocalDate day) {
    return !LocalDate.parse((String) hit.get("first_day")).isAfter(day);
  }

  private static Map<String, Object> asOf(Map<String, Object> hit, LocalDate day) {
    int quiet = EmpowermentModels.bundled().model((String) hit.get("model_id")).quietDays();
    LocalDate last = LocalDate.parse((String) hit.get("last_day"));
    Map<String, Object> row = new LinkedHashMap<>(hit);
    row.put("ended_day", last.plusDays(quiet).isBefore(day) ? last.plusDays(1).toString() : null);
    return row;
  }
}
