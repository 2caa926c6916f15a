package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.EngineFixture;
import city.chengmai.datasets.campaign.CityPlans;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.rule.AlertRules;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rule A03-scan over a city of 40 grids, on a real ClickHouse and a real Spark. */
class ClusterScanIT {

  /** A Tuesday. */
  private static final LocalDate DAY = AlertCity.FIRST.plusDays(50);

  private static EngineFixture engine;
  private static ClickHouseClient client;

  @BeforeAll
  static void scan() {
    engine = new EngineFixture();
    client = engine.store().client();
    AlertCity.describe(engine);
    AlertCity.write(engine, AlertCity.ordinary(5));
    List<AlertCity.Report> reports = new ArrayList<>();
    for (int day = 0; day < 3; day++) {
      // Ten a day in two neighbouring grids.
      reports.addAll(AlertCity.flood("noise", DAY.plusDays(day).atTime(9, 0), 10, 2));
    }
    AlertCity.write(engine, reports);
    run(AlertCity.days(0, AlertCity.DAYS));
  }

  @AfterAll
  static void stop() {
    client.close();
    engine.close();
  }

  @Test
  void clusterHasItsPlaceItsCasesAndItsChance() {
    ObjectNode row =
        client
            .rows(
                "SELECT * FROM alerts FINAL WHERE rule = 'A03-scan' AND category = 'noise'"
                    + " ORDER BY period_end DESC LIMIT 1")
            .get(0);
    List<String> areas = new ArrayList<>();
    row.get("areas").forEach(area -> areas.add(area.asText()));
    assertThat(areas).contains(AlertCity.grid(0), AlertCity.grid(1));
    assertThat(row.get("area_id").asText()).isIn(AlertCity.grid(0), AlertCity.grid(1));
    assertThat(row.get("longitude").asDouble()).isBetween(121.29, 121.32);
    assertThat(row.get("radius").asDouble()).isBetween(100.0, 3200.0);
    assertThat(row.get("evidence_total").asInt()).isEqualTo(row.get("observed").asInt());
    assertThat(row.get("details").get("recurrence-days").asDouble()).isGreaterThanOrEqualTo(365);
  }

  @Test
  void clusterOfTheNextDayContinuesItAndSharesTheGroupOfTheVolume() {
    String noise = " FROM alerts FINAL WHERE category = 'noise' AND rule = 'A03-scan'";
    assertThat(client.scalar("SELECT count() > 1" + noise)).isEqualTo("1");
    assertThat(client.scalar("SELECT uniqExact(group_id)" + noise)).isEqualTo("1");
  }

  @Test
  void runsOfFewDaysLeaveWhatOneRunLeaves() {
    List<String> batch = AlertCity.alerts(client, "1");
    client.execute("TRUNCATE TABLE alerts");
    run(
        AlertCity.days(0, 51),
        AlertCity.days(51, 52),
        AlertCity.days(51, 57),
        AlertCity.days(57, AlertCity.DAYS));
    assertThat(AlertCity.alerts(client, "1")).isEqualTo(batch);
  }

  private static void run(DaySpan... spans) {
    AlertRules rules = AlertRules.bundled();
    AlertCity.run(
        engine,
        List.of(
            new UnusualVolumeJob(rules.rule("A02"), firstDay -> CityPlans.NONE),
            new ClusterScanJob(rules.rule("A03-scan"), CityNumbers.bundled())),
        spans);
  }
}
