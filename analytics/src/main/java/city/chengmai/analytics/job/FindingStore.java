package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.rule.AlertRule;
import java.util.List;

/** Brings the findings of a rule in the table up to date. */
final class FindingStore {

  private final RunContext run;
  private final AlertRule rule;

  FindingStore(RunContext run, AlertRule rule) {
    this.run = run;
    this.rule = rule;
  }

  /**
   * Writes what was found, takes back what no longer is, and clears what is no news any more;
   * returns the number of rows.
   *
   * @param looked open alerts of the periods that the run looked at
   */
  long write(AlertBook looked, List<AlertRow> found) {
    List<AlertRow> earlier = AlertBook.read(run, rule.id()).rows();
    List<AlertRow> standing =
        new AlertExpiry(rule, run.city().knownUntil())
            .apply(looked.update(found, run.stamp()), earlier, run.stamp());
    return TableWriter.write(run.store(), "alerts", standing.iterator());
  }
}
