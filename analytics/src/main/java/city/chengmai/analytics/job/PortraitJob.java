package city.chengmai.analytics.job;

import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.ScoringScheme;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.util.LongAccumulator;

/**
 * Draws the portraits of each day from the trailing 30-day readings, and says where each indicator
 * stands: a day is scored as a whole, because every area is read against its peers of that day. A
 * task takes a few days, reads, scores and writes them, so that memory does not grow with the
 * number of days.
 */
final class PortraitJob implements Job {

  private static final int READINGS_OF_TASK = 300_000;

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
    List<DaySpan> parts = run.days().split(daysOfTask(run));
    if (parts.isEmpty()) {
      return 0;
    }
    PortraitPart part =
        new PortraitPart(
            run.store(),
            new DayScorer(catalogue.indicators(), scheme, run.city().areas(), run.stamp()));
    LongAccumulator beside = run.context().sc().longAccumulator();
    JavaRDD<PortraitRow> portraits =
        run.context()
            .parallelize(parts, parts.size())
            .flatMap(days -> part.score(days, beside::add).iterator());
    long published = run.publisher().publish(run, PublishedTable.PORTRAITS, portraits);
    return published + beside.value();
  }

  /** As many as memory takes, as readings lie by indicator; few enough to keep all busy. */
  private int daysOfTask(RunContext run) {
    int readingsOfDay = run.city().areas().areas().size() * catalogue.indicators().size();
    int most = Math.max(1, READINGS_OF_TASK / Math.max(1, readingsOfDay));
    int fair = run.days().days() / (2 * run.context().defaultParallelism());
    return Math.max(1, Math.min(most, fair));
  }
}
