package city.chengmai.analytics.model.alert;

import city.chengmai.datasets.rule.AlertRule;

/**
 * When the pace of a grid is called slow.
 *
 * @param windowDays cases filed within so many days are judged
 * @param historyDays days before them that the usual pace is known by
 * @param fewestCases fewest finished cases of the city before
 * @param alpha largest probability of a single grid
 * @param falseDiscoveryRate share of false reports allowed over the grids of a day
 * @param absoluteFloor cases fewer than expected
 * @param largestShare largest share of the expected cases
 */
public record PaceRule(
    int windowDays,
    int historyDays,
    double fewestCases,
    double alpha,
    double falseDiscoveryRate,
    double absoluteFloor,
    double largestShare) {

  /** The rule with the parameters of A17. */
  public static PaceRule of(AlertRule rule) {
    return new PaceRule(
        (int) Math.round(rule.parameter("window-days")),
        (int) Math.round(rule.parameter("history-days")),
        rule.parameter("fewest-cases"),
        rule.parameter("alpha"),
        rule.parameter("false-discovery-rate"),
        rule.parameter("absolute-floor"),
        rule.parameter("largest-share"));
  }
}
