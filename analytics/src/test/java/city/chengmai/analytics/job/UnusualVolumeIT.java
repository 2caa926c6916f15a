package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.EngineFixture;
import city.chengmai.datasets.campaign.CityPlans;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.rule.AlertRules;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule A02 over a city of 40 grids, on a real ClickHouse and a real Spark. */
class UnusualVolumeIT {

  /** A Sunday in the last weeks, so that hours are judged and a week ends with it. */
  private static final LocalDate DAY = AlertCity.FIRST.plusDays(55);

  private static final LocalDateTime HOUR = DAY.atTime(10, 0);
  private static EngineFixture engine;
  private static ClickHouseClient client;

  @BeforeAll
  static void start() {
    engine = new EngineFixture();
    client = engine.store().client();
  }

  @AfterAll
  static void stop() {
    client.close();
    engine.close();
  }

  @BeforeEach
  void describe() {
    engine.clear();
    AlertCity.describe(engine);
    AlertCity.write(engine, AlertCity.ordinary(5));
  }

  @Test
  void floodOfAnHourOverManyGridsIsOneAlert() {
    AlertCity.write(engine, AlertCity.flood("noise", HOUR, 240, 30));
    run(AlertCity.days(0, AlertCity.DAYS));
    AlertCity.run(
        engine,
        List.of(new ClusterScanJob(AlertRules.bundled().rule("A03-scan"), CityNumbers.bundled())),
        AlertCity.days(0, AlertCity.DAYS));

    List<ObjectNode> found =
        client.rows(
            "SELECT details['cadence'] AS cadence, uniqExact(area_id) AS areas, count() AS findings,"
                + " max(observed) AS observed FROM alerts FINAL WHERE rule = 'A02'"
                + " GROUP BY cadence ORDER BY cadence");
    assertThat(found.toString()).contains("\"hour\"", "\"day\"");
    assertThat(client.scalar("SELECT count() > 20 FROM alerts FINAL")).isEqualTo("1");
    assertThat(client.scalar("SELECT uniqExact(group_id) FROM alerts FINAL")).isEqualTo("1");
    assertThat(client.scalar("SELECT any(group_id) FROM alerts FINAL"))
        .isEqualTo("A02|city|noise|" + DAY);
  }

  @Test
  void hourOfTheFloodIsNamedWithItsCases() {
    AlertCity.write(engine, AlertCity.flood("drains", HOUR, 30, 30));
    run(AlertCity.days(0, AlertCity.DAYS));

    ObjectNode hour =
        client.rows("SELECT * FROM alerts FINAL WHERE details['cadence'] = 'hour'").get(0);
    assertThat(hour.get("alert_id").asText()).isEqualTo("A02|city|drains|hour|" + HOUR);
    assertThat(hour.get("observed").asInt()).isBetween(30, 35);
    assertThat(hour.get("evidence").size()).isEqualTo(hour.get("observed").asInt());
  }

  @Test
  void dullCityRaisesNothing() {
    run(AlertCity.days(0, AlertCity.DAYS));
    assertThat(AlertCity.alerts(client, "1")).hasSizeLessThan(2);
  }

  @Test
  void runsOfFewDaysLeaveWhatOneRunLeaves() {
    AlertCity.write(engine, floods());
    run(AlertCity.days(0, AlertCity.DAYS));
    List<String> batch = AlertCity.alerts(client, "1");
    assertThat(batch).hasSizeGreaterThan(10);

    client.execute("TRUNCATE TABLE alerts");
    run(
        AlertCity.days(0, 17),
        AlertCity.days(17, 45),
        AlertCity.days(45, 46),
        AlertCity.days(46, 52),
        AlertCity.days(50, 57),
        AlertCity.days(57, AlertCity.DAYS));
    assertThat(AlertCity.alerts(client, "1")).isEqualTo(batch);

    run(AlertCity.days(0, AlertCity.DAYS));
    assertThat(AlertCity.alerts(client, "1")).as("again").isEqualTo(batch);
  }

  @Test
  void laterDaysAndTheOrderOfCasesChangeNothing() {
    List<AlertCity.Report> all = new ArrayList<>(AlertCity.ordinary(6));
    all.addAll(floods());
    LocalDate cut = DAY.plusDays(2);
    String earlier = "period_end <= toDateTime('" + cut + " 00:00:00', '" + AlertCity.ZONE + "')";

    write(all.stream().filter(report -> report.at().toLocalDate().isBefore(cut)).toList());
    run(AlertCity.days(0, AlertCity.DAYS));
    List<String> early = AlertCity.alerts(client, earlier);
    assertThat(early).hasSizeGreaterThan(5);

    Collections.shuffle(all, new Random(3));
    write(all);
    run(AlertCity.days(0, AlertCity.DAYS));
    assertThat(AlertCity.alerts(client, earlier)).isEqualTo(early);
  }

  private static List<AlertCity.Report> floods() {
    List<AlertCity.Report> reports = new ArrayList<>();
    reports.addAll(AlertCity.flood("noise", HOUR, 60, 12));
    reports.addAll(AlertCity.flood("rubbish", AlertCity.FIRST.plusDays(20).atTime(9, 0), 80, 6));
    reports.addAll(AlertCity.flood("parking", HOUR.minusDays(10), 9, 1));
    reports.addAll(AlertCity.flood("drains", HOUR.minusDays(9), 11, 1));
    reports.addAll(AlertCity.flood("drains", HOUR.plusDays(5), 40, 40));
    return reports;
  }

  private static void write(List<AlertCity.Report> reports) {
    engine.clear();
    AlertCity.describe(engine);
    AlertCity.write(engine, reports);
  }

  private static void run(DaySpan... spans) {
    AlertCity.run(engine, List.of(job()), spans);
  }

  private static Job job() {
    return new UnusualVolumeJob(AlertRules.bundled().rule("A02"), firstDay -> CityPlans.NONE);
  }
}
