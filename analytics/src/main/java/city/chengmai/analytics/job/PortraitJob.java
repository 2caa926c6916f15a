package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.ScoringScheme;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Draws the portraits of each day from the trailing 30-day readings, and says where each indicator
 * stands: a day is scored as a whole, because every area is read against its peers of that day.
 */
final class PortraitJob implements Job {

  private final Catalogue catalogue;
  private final ScoringScheme scheme;

  PortraitJob(Catalogue catalogue, ScoringScheme scheme) {
    this.catalogue = catalogue;
    this.scheme = scheme;
  }

  @Override
  public String name() {
    return "portraits";
  }

  @Override
  public boolean derived() {
    return true;
  }

  @Override
  public long run(RunContext run) {
    DayScorer scorer =
        new DayScorer(catalogue.indicators(), scheme, run.city().areas(), run.stamp());
    JavaRDD<PortraitRows> portraits =
        readings(run)
            .groupByKey()
            .map(day -> scorer.score(day._1, day._2))
            // Three tables are written from it: what does not fit must not be drawn thrice.
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      return run.publisher()
              .publish(
                  run,
                  PublishedTable.PORTRAITS,
                  portraits.flatMap(day -> day.portraits().iterator()))
          + TableWriter.write(
              run.store(),
              "portrait_contributions",
              portraits.flatMap(day -> day.contributions().iterator()))
          + TableWriter.write(
              run.store(),
              "indicator_standings",
              portraits.flatMap(day -> day.standings().iterator()));
    } finally {
      portraits.unpersist();
    }
  }

  private static JavaPairRDD<Integer, StoredReading> readings(RunContext run) {
    String query =
        QueryText.of(
            "indicator_readings.sql",
            Map.of("from", run.days().from().toString(), "to", run.days().to().toString()));
    return run.reader()
        .read(query, "day_number")
        .javaRDD()
        .mapToPair(row -> new Tuple2<>(Columns.whole(row, "day_number"), reading(row)));
  }

  private static StoredReading reading(Row row) {
    return new StoredReading(
        row.getAs("area"),
        row.getAs("indicator"),
        Columns.number(row, "numerator"),
        Columns.number(row, "denominator"),
        Columns.number(row, "value"),
        row.getAs("state"));
  }
}
