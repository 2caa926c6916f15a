package city.chengmai.analytics.model.threshold;

import java.util.Set;

/**
 * What a rule would have raised with another value of one parameter.
 *
 * @param value of the parameter
 * @param alerts ids of the alerts that people would have seen
 */
public record Trial(double value, Set<String> alerts) {

  /** Copies the ids. */
  public Trial {
    alerts = Set.copyOf(alerts);
  }

  int confirmed(Verdicts verdicts) {
    return verdicts.of(alerts).confirmed().size();
  }

  int refuted(Verdicts verdicts) {
    return verdicts.of(alerts).refuted().size();
  }
}
