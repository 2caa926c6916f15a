package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.spark.SparkSessions;
import city.chengmai.analytics.spark.Store;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.settings.CityTime;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.source.CityHolidays;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed at any moment and run again leaves what an undisturbed one leaves. */
class KilledRunIT {

  /** Two, as each takes a minute; {@code -Dkills=10} for the long form. */
  private static final int KILLS = Integer.getInteger("kills", 2);

  @Test
  void tablesAreIdenticalAfterKills(@TempDir Path directory) throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    try (EmbeddedClickHouse engine =
            EmbeddedClickHouse.startMigrated(directory.resolve("clickhouse"));
        ClickHouseClient admin = new ClickHouseClient(engine.admin());
        SparkSession spark = SparkSessions.open("local[2]", 2)) {
      Store store = Store.of(engine.writer());
      describe(store, admin);
      // Runs and reruns of a month take minutes as it is.
      admin.execute(
          "INSERT INTO cities SELECT * REPLACE (toDate('2025-04-12') AS first_day, version + 1 AS"
              + " version) FROM cities FINAL WHERE city = 'demo'");
      run(spark, store);
      StoredTables.backUp(admin);
      lateEvents(store, admin);

      Duration undisturbed;
      try (ChildRun child = ChildRun.local(engine.environment(), directory.resolve("log"))) {
        child.awaitFirstJob();
        long start = System.nanoTime();
        assertThat(child.exitCode()).isZero();
        undisturbed = Duration.ofNanos(System.nanoTime() - start);
      }
      List<String> expected = StoredTables.rows(admin);
      assertThat(admin.scalar("SELECT count() > 20 FROM restatements FINAL")).isEqualTo("1");

      for (int kill = 1; kill <= KILLS; kill++) {
        StoredTables.restore(admin);
        Duration after = Duration.ofMillis((long) (random.nextDouble() * undisturbed.toMillis()));
        try (ChildRun child = ChildRun.local(engine.environment(), directory.resolve("log"))) {
          child.awaitFirstJob();
          child.kill(after);
        }
        boolean whole = StoredTables.rows(admin).equals(expected);
        run(spark, store);
        StoredTables.assertSame(
            "seed %d, kill %d after %s (all done before: %s)".formatted(seed, kill, after, whole),
            expected,
            StoredTables.rows(admin));
      }
    }
  }

  static void describe(Store store, ClickHouseClient admin) {
    SmallCity.describe(store);
    // A city that a service of its own finds the holidays of.
    admin.execute(
        "INSERT INTO cities SELECT * REPLACE ('demo' AS city, version + 1 AS version) FROM cities");
    SmallCity.writeCases(store, SmallCity.cases(7, 600), 1);
    SmallCity.writeOrders(store, SmallCity.orders(8, 300));
    // Recorded after the last day: all windows are over.
    admin.execute(
        "INSERT INTO cases (case_id, grid, category, stage, reported_at, updated_at, recorded_at,"
            + " version) SELECT 'last', 'g1', 'x', 'reported', at, at, at, 1"
            + " FROM (SELECT toDateTime64('2025-05-12 00:00:00', 3, 'UTC') AS at)");
  }

  private static void lateEvents(Store store, ClickHouseClient admin) {
    SmallCity.writeCases(store, SmallCity.cases(9, 40), 2);
    admin.execute(
        "INSERT INTO hotline_orders SELECT * REPLACE ('explained' AS outcome, version + 1 AS version)"
            + " FROM hotline_orders FINAL WHERE outcome = 'solved' LIMIT 20");
  }

  private static void run(SparkSession spark, Store store) {
    CityTime time = CityTime.of(new Settings(Map.of(), Map.of()));
    InstantSource clock = InstantSource.system();
    new AnalyticsRun(spark, store, 2, new CityHolidays("demo", time), time, clock)
        .run(Optional.empty(), Progress.SILENT);
  }
}
