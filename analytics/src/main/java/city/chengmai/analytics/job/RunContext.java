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
 */
record RunContext(
    SparkSession spark,
    Store store,
    ClickHouseReader reader,
    CityFrame city,
    DaySpan days,
    Stamp stamp) {

  JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }
}
