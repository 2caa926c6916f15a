package city.chengmai.analytics;

import city.chengmai.analytics.spark.SparkSessions;
import city.chengmai.analytics.spark.Store;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** A real ClickHouse with all tables and a real Spark session, both on this machine. */
public final class EngineFixture implements AutoCloseable {

  private final Path directory;
  private final EmbeddedClickHouse engine;
  private final SparkSession spark;

  public EngineFixture() {
    try {
      directory = Files.createTempDirectory("analytics-it");
    } catch (IOException e) {
      throw new IllegalStateException("no temporary directory", e);
    }
    engine = EmbeddedClickHouse.startMigrated(directory.resolve("clickhouse"));
    spark = SparkSessions.open("local[2]", 2);
  }

  public Store store() {
    return Store.of(engine.writer());
  }

  /** A client that may do everything; the caller closes it. */
  public ClickHouseClient admin() {
    return new ClickHouseClient(engine.admin());
  }

  /** The process of the engine. */
  public long enginePid() {
    return engine.pid();
  }

  public SparkSession spark() {
    return spark;
  }

  /** Empties every table that tests write. */
  public void clear() {
    try (ClickHouseClient client = new ClickHouseClient(engine.admin())) {
      for (String table :
          List.of(
              "cases",
              "hotline_orders",
              "areas",
              "cities",
              "indicator_1d",
              "indicator_30d",
              "portraits",
              "portrait_contributions",
              "indicator_standings",
              "portrait_changes",
              "indicator_periods",
              "indicator_definitions",
              "restatements",
              "alerts",
              "job_runs")) {
        client.execute("TRUNCATE TABLE " + table);
      }
    }
  }

  @Override
  public void close() {
    spark.stop();
    engine.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new IllegalStateException("clearing " + directory, e);
    }
  }
}
