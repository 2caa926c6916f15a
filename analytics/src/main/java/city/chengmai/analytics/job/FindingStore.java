package city.chengmai.analytics.job;

import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.rule.AlertRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
            .apply(looked.update(sinceRaised(found), run.stamp()), earlier, run.stamp());
    return TableWriter.write(run.store(), "alerts", standing.iterator());
  }

  /**
   * With the moment of the first time, also where an alert is history by now: raised later, it
   * would be new again to those who have dealt with it.
   */
  private List<AlertRow> sinceRaised(List<AlertRow> found) {
    Map<String, Object> raised = new HashMap<>();
    AlertBook.standing(run, rule.id(), run.days())
        .rows()
        .forEach(row -> raised.put(row.id(), row.columns().get("raised_at")));
    return found.stream()
        .map(
            row -> raised.containsKey(row.id()) ? row.with("raised_at", raised.get(row.id())) : row)
        .toList();
  }
}
