package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.EngineFixture;
import city.chengmai.datasets.calendar.CityClock;
import city.chengmai.datasets.calendar.HolidayCalendars;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.settings.CityTime;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All jobs over a small city, on a real ClickHouse and a real Spark, against plain Java. */
class AnalyticsRunIT {

  private static final Instant NOW = SmallCity.END.atStartOfDay(SmallCity.ZONE).toInstant();
  private static final List<SmallCity.Case> CASES = SmallCity.cases(7, 600);
  private static final List<SmallCity.Order> ORDERS = SmallCity.orders(8, 300);
  private static final List<String> AREAS =
      List.of("city", "sd1", "sd2", "g1", "g2", "g3", "g4", "site");

  private static EngineFixture engine;
  private static ClickHouseClient client;

  @BeforeAll
  static void computeTwice() {
    engine = new EngineFixture();
    client = engine.store().client();
    SmallCity.describe(engine.store());
    SmallCity.writeCases(engine.store(), CASES, 1);
    SmallCity.writeOrders(engine.store(), ORDERS);
    run(1_000);
  }

  @AfterAll
  static void stop() {
    client.close();
    engine.close();
  }

  @Test
  void everyAreaHasEveryIndicatorOnEveryDay() {
    long expected = AREAS.size() * 35L * SmallCity.FIRST.datesUntil(SmallCity.END).count();

    assertThat(client.scalar("SELECT count() FROM indicator_1d FINAL"))
        .isEqualTo(String.valueOf(expected));
    assertThat(client.scalar("SELECT count() FROM indicator_30d FINAL"))
        .isEqualTo(String.valueOf(expected));
  }

  @Test
  void zeroDenominatorHasNoValue_d1() {
    assertThat(
            client.scalar(
                "SELECT countIf(isNotNull(value) OR state != 'no-data') FROM indicator_1d FINAL"
                    + " WHERE denominator = 0 AND state != 'not-applicable'"))
        .isEqualTo("0");
  }

  @Test
  void childrenSumToTheirParent_d6() {
    assertThat(
            client.scalar(
                "SELECT count() FROM (SELECT day, indicator,"
                    + " sumIf(denominator, area_id IN ('g1', 'g2')) AS children,"
                    + " sumIf(denominator, area_id = 'sd1') AS parent"
                    + " FROM indicator_30d FINAL WHERE indicator NOT IN ('O01', 'O11')"
                    + " GROUP BY day, indicator HAVING children != parent)"))
        .isEqualTo("0");
  }

  @Test
  void contributionsAddUpToTheStoredScore() {
    assertThat(client.scalar("SELECT countIf(isNotNull(score)) > 100 FROM portraits FINAL"))
        .isEqualTo("1");
    assertThat(
            client.scalar(
                "SELECT count() FROM portraits AS p FINAL INNER JOIN (SELECT area_id, day,"
                    + " dimension, sum(points) AS points FROM portrait_contributions FINAL"
                    + " GROUP BY area_id, day, dimension) AS c USING (area_id, day, dimension)"
                    + " WHERE isNotNull(score) AND abs(score - points) > 1e-9"))
        .isEqualTo("0");
  }

  @Test
  void pointsOfAChangeAddUpToTheChangeOfTheScore() {
    String pairs =
        "SELECT now.area_id AS area_id, now.day AS day, now.dimension AS dimension,"
            + " assumeNotNull(now.score) - assumeNotNull(old.score) AS moved"
            + " FROM (SELECT * FROM portraits FINAL WHERE isNotNull(score)) AS now"
            + " INNER JOIN (SELECT *, day + 30 AS later FROM portraits FINAL"
            + " WHERE isNotNull(score)) AS old"
            + " ON now.area_id = old.area_id AND now.dimension = old.dimension"
            + " AND now.day = old.later";
    String told =
        "SELECT area_id, day, dimension, sum(value_points + weight_points) AS points"
            + " FROM portrait_changes FINAL GROUP BY area_id, day, dimension";

    assertThat(client.scalar("SELECT count() > 100 FROM (" + pairs + ")")).isEqualTo("1");
    assertThat(
            client.scalar(
                "SELECT count() FROM ("
                    + pairs
                    + ") AS p FULL JOIN ("
                    + told
                    + ") AS t USING (area_id, day, dimension)"
                    + " WHERE NOT (abs(p.moved - t.points) < 1e-9)"))
        .isEqualTo("0");
  }

  @Test
  void everyMeasuredRateHasAnIntervalAroundItsEstimate() {
    assertThat(
            client.scalar(
                "SELECT countIf(s.shrunk_value < s.lower OR s.shrunk_value > s.upper"
                    + " OR isNull(s.lower) OR s.rank_lower > s.rank OR s.rank_upper < s.rank)"
                    + " + if(count() > 1000, 0, 1000000)"
                    + " FROM indicator_standings AS s FINAL"
                    + " INNER JOIN (SELECT * FROM indicator_30d FINAL) AS i"
                    + " ON s.area_id = i.area_id AND s.indicator = i.indicator AND s.day = i.day"
                    + " WHERE i.state = 'measured' AND s.indicator != 'O03'"))
        .isEqualTo("0");
    assertThat(
            client.scalar(
                "SELECT countIf(isNotNull(value) != isNotNull(shrunk_value))"
                    + " + countIf(isNull(value) AND isNotNull(`rank`))"
                    + " + countIf(indicator IN ('M01', 'O01') AND isNotNull(`rank`))"
                    + " FROM indicator_standings FINAL"))
        .isEqualTo("0");
    assertThat(
            client.scalar(
                "SELECT countIf(isNotNull(score) AND NOT (score_lower <= score"
                    + " AND score <= score_upper AND rank_lower <= `rank` AND `rank` <= rank_upper))"
                    + " FROM portraits FINAL"))
        .isEqualTo("0");
  }

  @Test
  void rerunChangesNothing() {
    List<String> before = everything();

    run(2_000);

    assertThat(everything()).isEqualTo(before);
  }

  private static void run(long version) {
    new AnalyticsRun(
            engine.spark(),
            engine.store(),
            2,
            city -> HolidayCalendars.named("none"),
            CityTime.fixed(CityClock.parse("fixed:" + NOW)),
            InstantSource.fixed(Instant.ofEpochMilli(version)))
        .run(Optional.empty(), Progress.SILENT);
  }

  private static List<String> everything() {
    List<String> all = new ArrayList<>();
    for (String table :
        List.of(
            "indicator_1d",
            "indicator_30d",
            "indicator_periods",
            "indicator_standings",
            "portraits",
            "portrait_contributions",
            "portrait_changes",
            "alerts")) {
      rows("SELECT * EXCEPT version FROM " + table + " FINAL ORDER BY ALL")
          .forEach(row -> all.add(row.toString()));
    }
    return all;
  }

  private static List<ObjectNode> rows(String query) {
    return client.rows(query);
  }
}
