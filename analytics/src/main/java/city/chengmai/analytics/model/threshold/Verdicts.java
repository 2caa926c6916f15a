package city.chengmai.analytics.model.threshold;

import java.util.HashSet;
import java.util.Set;

/**
 * What officers found out about alerts. No alert is both.
 *
 * @param confirmed ids of alerts that told of something real
 * @param refuted ids of false alarms
 */
public record Verdicts(Set<String> confirmed, Set<String> refuted) {

  /** Copies the sets. */
  public Verdicts {
    confirmed = Set.copyOf(confirmed);
    refuted = Set.copyOf(refuted);
  }

  /** Number of alerts with a verdict. */
  public int size() {
    return confirmed.size() + refuted.size();
  }

  /** Those about these alerts. */
  public Verdicts of(Set<String> alerts) {
    return new Verdicts(both(confirmed, alerts), both(refuted, alerts));
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    Set<String> both = new HashSet<>(some);
    both.retainAll(others);
    return both;
  }
}
