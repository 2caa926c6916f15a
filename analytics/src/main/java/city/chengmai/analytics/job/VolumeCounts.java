package city.chengmai.analytics.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/** Reads how many cases of each category were reported where and when. */
final class VolumeCounts {

  // Longer than the model of hours ever looks back: two years, four weeks left out, a week's wait.
  private static final int HOURS_LOOK_BACK_DAYS = 775;

  private VolumeCounts() {}

  /** By category, grid and day, over the city's whole period. */
  static JavaPairRDD<String, PeriodCount> daily(RunContext run, DaySpan period) {
    return read(run, "volumes.sql", "day", period);
  }

  /**
   * By category and hour as far back as the model looks; by grid only where a grid may have enough
   * cases to be judged by the hour.
   */
  static JavaPairRDD<String, PeriodCount> hourly(RunContext run, DaySpan judged) {
    LocalDate from = judged.from().minusDays(HOURS_LOOK_BACK_DAYS);
    LocalDate first = run.city().firstDay();
    DaySpan span = new DaySpan(from.isBefore(first) ? first : from, judged.to());
    return read(run, "volumes_hourly.sql", "hour", span);
  }

  /** Counts of all categories together. */
  static List<PeriodCount> allCategories(JavaPairRDD<String, Iterable<PeriodCount>> counts) {
    return counts
        .values()
        .flatMap(Iterable::iterator)
        .mapToPair(count -> new Tuple2<>(new Tuple2<>(count.area(), count.period()), count.cases()))
        .reduceByKey(Double::sum)
        .map(sum -> new PeriodCount(sum._1._1, sum._1._2, sum._2))
        .collect();
  }

  private static JavaPairRDD<String, PeriodCount> read(
      RunContext run, String file, String column, DaySpan span) {
    String query =
        QueryText.of(
            file,
            Map.of(
                "zone", run.city().zone().getId(),
                "from", Stamp.text(run.city().startOf(span.from())),
                "until", Stamp.text(run.city().startOf(span.to()))));
    return run.reader()
        .read(query, "category")
        .javaRDD()
        .mapToPair(
            row ->
                new Tuple2<>(
                    row.getAs("category"),
                    new PeriodCount(
                        row.getAs("area"),
                        Columns.whole(row, column),
                        Columns.number(row, "cases"))));
  }
}
