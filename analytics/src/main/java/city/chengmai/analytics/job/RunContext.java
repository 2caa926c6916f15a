package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.ClickHouseReader;
import city.chengmai.analytics.spark.Store;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * What every job of a run works with.
 *
 * @param spark session, owned by the caller
 * @param store tables
 * @param reader partitioned reader of the store
 * @param city the city at the time of the run
 * @param days days to compute
 * @param stamp moments that the rows carry
 * @param publisher writes the values that people read
 */
record RunContext(
    SparkSession spark,
    Store store,
    ClickHouseReader reader,
    CityFrame city,
    DaySpan days,
    Stamp stamp,
    Publisher publisher) {

  /** The same run for fewer days. */
  RunContext of(DaySpan fewer) {
    return new RunContext(spark, store, reader, city, fewer, stamp, publisher);
  }

  JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }
}
