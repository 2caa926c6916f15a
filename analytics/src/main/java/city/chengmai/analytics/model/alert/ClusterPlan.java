package city.chengmai.analytics.model.alert;

import city.chengmai.datasets.rule.AlertRule;
import java.io.Serializable;

/**
 * How the cases of a category are scanned each day.
 *
 * @param windowDays days of cases that a scan looks at
 * @param longestDays most days of a cluster
 * @param radius largest radius in kilometres
 * @param cellMetres width of the cells that cases are counted in
 * @param replicas draws without a cluster to judge by
 * @param recurrenceDays a cluster is told when chance makes one so high less often than once in so
 *     many daily scans
 * @param fewestCases cases of a window below which nothing is scanned
 * @param absoluteFloor fewest cases above what is expected
 * @param relativeFloor smallest multiple of what is expected
 */
public record ClusterPlan(
    int windowDays,
    int longestDays,
    double radius,
    double cellMetres,
    int replicas,
    double recurrenceDays,
    int fewestCases,
    double absoluteFloor,
    double relativeFloor)
    implements Serializable {

  /** The plan with the parameters of A03-scan. */
  public static ClusterPlan of(AlertRule rule) {
    return new ClusterPlan(
        whole(rule, "window-days"),
        whole(rule, "longest-days"),
        rule.parameter("radius-kilometres"),
        rule.parameter("cell-metres"),
        whole(rule, "replicas"),
        rule.parameter("recurrence-days"),
        whole(rule, "fewest-cases"),
        rule.parameter("absolute-floor"),
        rule.parameter("relative-floor"));
  }

  private static int whole(AlertRule rule, String name) {
    return (int) Math.round(rule.parameter(name));
  }

  /** Fewest cases that a cluster can have. */
  int fewestOfCluster() {
    return Math.max(2, (int) Math.ceil(absoluteFloor));
  }

  /** Draws that may be as high without a cluster becoming too common. */
  int drawsAllowed() {
    return (int) Math.floor((replicas + 1) / recurrenceDays) - 1;
  }
}
