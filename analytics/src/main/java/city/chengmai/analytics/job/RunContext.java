package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.ClickHouseReader;
import city.chengmai.analytics.spark.Store;
import java.util.Set;
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
 * @param empty tables known to hold nothing that counts
 */
record RunContext(
    SparkSession spark,
    Store store,
    ClickHouseReader reader,
    CityFrame city,
    DaySpan days,
    Stamp stamp,
    Publisher publisher,
    Set<SourceTable> empty) {

  /** A run that takes no table for empty. */
  RunContext(
      SparkSession spark,
      Store store,
      ClickHouseReader reader,
      CityFrame city,
      DaySpan days,
      Stamp stamp,
      Publisher publisher) {
    this(spark, store, reader, city, days, stamp, publisher, Set.of());
  }

  /** The same run for fewer days. */
  RunContext of(DaySpan fewer) {
    return new RunContext(spark, store, reader, city, fewer, stamp, publisher, empty);
  }

  JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }
}
