package city.chengmai.analytics.spark;

import java.util.Properties;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reads the result of a ClickHouse query in parallel. The query is pushed down whole; each
 * partition asks for the rows whose key hashes to its number, so partitions are disjoint and
 * complete.
 */
public final class ClickHouseReader {

  private static final String DRIVER = "com.clickhouse.jdbc.ClickHouseDriver";

  /** Before the name of a ClickHouse setting among the driver's properties. */
  private static final String SETTING = "clickhouse_setting_";

  private final SparkSession spark;
  private final Store store;
  private final int partitions;

  /** A reader that splits each query into this many partitions. */
  public ClickHouseReader(SparkSession spark, Store store, int partitions) {
    this.spark = spark;
    this.store = store;
    this.partitions = partitions;
  }

  /**
   * The rows of a query.
   *
   * @param query a SELECT
   * @param key column of the result that rows are split by
   */
  public Dataset<Row> read(String query, String key) {
    String[] predicates = new String[partitions];
    for (int i = 0; i < partitions; i++) {
      predicates[i] = "cityHash64(" + key + ") % " + partitions + " = " + i;
    }
    Properties properties = new Properties();
    properties.setProperty("driver", DRIVER);
    properties.setProperty("user", store.user());
    properties.setProperty("password", store.password());
    store.settings().forEach((name, value) -> properties.setProperty(SETTING + name, value));
    String address = store.endpoint().jdbcUrl();
    return spark.read().jdbc(address, "(" + query + ") AS result", predicates, properties);
  }
}
