package city.chengmai.analytics.model.scan;

import java.util.Objects;

/**
 * How a scan is made.
 *
 * @param prospective whether only clusters that last until the last day count
 * @param longest most days of a cluster
 * @param replicas draws to judge by; without any, every p is 1
 * @param seed of the draws
 * @param clusters most clusters to tell of; they have no place in common
 */
public record ScanPlan(
    Distance distance,
    ScanLimits limits,
    boolean prospective,
    int longest,
    int replicas,
    long seed,
    int clusters) {

  private static final int WEEK = 7;
  private static final int REPLICAS = 999;
  private static final int CLUSTERS = 10;

  /** Checks the numbers. */
  public ScanPlan {
    Objects.requireNonNull(distance, "distance");
    Objects.requireNonNull(limits, "limits");
    if (longest < 1 || replicas < 0 || clusters < 1) {
      throw new IllegalArgumentException(
          "scan: expected at least one day, no negative number of replicas and at least one"
              + " cluster, seen "
              + longest
              + ", "
              + replicas
              + ", "
              + clusters);
    }
  }

  /** Clusters of up to a week that last until the last day, judged by 999 draws. */
  public static ScanPlan daily(Distance distance, ScanLimits limits) {
    return new ScanPlan(distance, limits, true, WEEK, REPLICAS, 1, CLUSTERS);
  }

  /** The same with clusters of up to so many days. */
  public ScanPlan withLongest(int days) {
    return new ScanPlan(distance, limits, prospective, days, replicas, seed, clusters);
  }

  /** The same with other draws. */
  public ScanPlan withReplicas(int draws, long from) {
    return new ScanPlan(distance, limits, prospective, longest, draws, from, clusters);
  }

  /** The same with clusters that may have ended. */
  public ScanPlan retrospective() {
    return new ScanPlan(distance, limits, false, longest, replicas, seed, clusters);
  }

  /** The same with another number of clusters. */
  public ScanPlan withClusters(int most) {
    return new ScanPlan(distance, limits, prospective, longest, replicas, seed, most);
  }

  Windows windows(int days) {
    return prospective ? Windows.prospective(days, longest) : Windows.retrospective(days, longest);
  }
}
