package city.chengmai.analytics.job;

import city.chengmai.datasets.rule.AlertRule;
import java.util.Set;

/** Raises a rule's alerts anew over past days, with numbers of one's choice, and writes nothing. */
@FunctionalInterface
interface RuleTrials {

  /** Ids of the findings of the days of the run. */
  Set<String> findings(RunContext run, AlertRule numbers);
}
