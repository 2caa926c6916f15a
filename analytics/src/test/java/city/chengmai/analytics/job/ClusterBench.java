package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.spark.SparkSessions;
import city.chengmai.analytics.spark.Store;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.embedded.EmbeddedCluster;
import city.chengmai.datasets.settings.CityTime;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.source.CityHolidays;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Past one machine: a run over two ClickHouse shards leaves the tables that one server leaves. */
class ClusterBench {

  /** Kept after a failure: the logs of the processes are in it. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path directory;

  @Test
  void twoShardsHoldWhatOneServerHolds() throws Exception {
    List<String> expected;
    try (EmbeddedClickHouse engine =
            EmbeddedClickHouse.startMigrated(directory.resolve("clickhouse"));
        ClickHouseClient client = new ClickHouseClient(engine.writer())) {
      expected = computed(Store.of(engine.writer()), client);
    }
    try (EmbeddedCluster cluster = EmbeddedCluster.start(directory, 2).migrate();
        ClickHouseClient client = new ClickHouseClient(cluster.shard(1).writer())) {
      List<String> rows = computed(Store.of(cluster.shard(1).writer()), client);
      StoredTables.assertSame("one server and two shards", expected, rows);
      print("shards_rows", rows.size(), "rows");
      print("shards_rows_that_differ", 0, "rows");
      for (int shard = 1; shard <= 2; shard++) {
        try (ClickHouseClient own = new ClickHouseClient(cluster.shard(shard).writer())) {
          double held =
              Double.parseDouble(own.scalar("SELECT count() FROM chengmai_local.portraits"));
          print("shards_portraits_" + shard, held, "rows");
          assertThat(held).isPositive();
        }
      }
    }
  }

  private static List<String> computed(Store store, ClickHouseClient client) throws Exception {
    KilledRunIT.describe(store, client);
    CityTime time = CityTime.of(new Settings(Map.of(), Map.of()));
    try (SparkSession spark = SparkSessions.open("local[2]", 2)) {
      new AnalyticsRun(
              spark, store, 2, new CityHolidays("demo", time), time, InstantSource.system())
          .run(Optional.empty(), Progress.SILENT);
    }
    List<String> rows = StoredTables.rows(client);
    assertThat(rows).hasSizeGreaterThan(1_000);
    return rows;
  }

  private static void print(String figure, double value, String unit) {
    System.out.println(
        "bench cluster " + figure + " " + String.format(Locale.ROOT, "%.3f", value) + " " + unit);
  }
}
