package city.chengmai.analytics.job;

import city.chengmai.analytics.job.rule.Finding;
import city.chengmai.datasets.rule.AlertRule;

/**
 * A finding with the rule as it held in its area on its day.
 *
 * @param finding what was found
 * @param rule with the numbers that held
 */
record RatedFinding(Finding finding, AlertRule rule) {}
