package city.chengmai.analytics.spark;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.jdbc.JdbcDialects;

/**
 * Opens the Spark session. Times inside it are UTC; days of the city are computed where the city's
 * zone is known. The caller closes the session.
 */
public final class SparkSessions {

  // One instance: two of them would be merged into one that forgets how moments are read.
  private static final ClickHouseDialect DIALECT = new ClickHouseDialect();

  private SparkSessions() {}

  /**
   * A session with the ClickHouse dialect.
   *
   * @param master {@code local[*]} or the address of any Spark master
   * @param partitions partitions of a read and of a shuffle
   */
  public static SparkSession open(String master, int partitions) {
    JdbcDialects.registerDialect(DIALECT);
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("chengmai-analytics")
            .master(master)
            .config("spark.ui.enabled", false)
            .config("spark.default.parallelism", partitions)
            .config("spark.sql.shuffle.partitions", partitions)
            .config("spark.sql.session.timeZone", "UTC");
    if (master.startsWith("local")) {
      // Nothing outside this machine has business with a local session.
      builder
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.driver.host", "127.0.0.1");
    } else {
      // Executors have Spark's own libraries; the driver hands them ours.
      builder.config("spark.jars", String.join(",", OwnJars.beside(SparkSessions.class)));
    }
    return builder.getOrCreate();
  }
}
