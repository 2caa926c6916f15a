package city.chengmai.analytics.bench;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.model.scan.CaseTable;
import city.chengmai.analytics.model.scan.Cluster;
import city.chengmai.analytics.model.scan.GridEvents;
import city.chengmai.analytics.model.scan.PermutationScan;
import city.chengmai.analytics.model.scan.Ranking;
import city.chengmai.analytics.model.scan.ScanPlan;
import city.chengmai.analytics.model.scan.ScanResult;
import city.chengmai.analytics.model.scan.Strata;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * How often the permutation scan finds a cluster of given size in the published grid, and what a
 * scan with 999 replicas costs. {@code -Dseed=N -Druns=N}: data sets a size; half as many again,
 * without any cluster and from other seeds, make the critical score.
 */
class ScanPowerBench {

  private static final long SEED = Long.getLong("seed", 1);
  private static final int RUNS = Integer.getInteger("runs", 300);
  private static final int[] SIZES = {6, 9, 12, 15, 18, 25};
  private static final double NEAR = 3;
  private static final double ALPHA = 0.05;
  private static final double NANOS = 1e9;

  @Test
  void scanPower() {
    cost();
    power(Ranking.LIKELIHOOD, "");
    power(Ranking.BALANCED, "_balanced");
  }

  private static void power(Ranking ranking, String suffix) {
    SplittableRandom seeds = new SplittableRandom(SEED);
    double[] nulls = new double[Math.max(2, RUNS * 3 / 2)];
    Arrays.setAll(nulls, run -> rank(first(ranking, seeds.nextLong(), 0), ranking));
    Arrays.sort(nulls);
    double critical = nulls[nulls.length - 1 - (int) (ALPHA * nulls.length)];
    print("null_sets" + suffix, nulls.length, "sets");
    print("null_median" + suffix, nulls[nulls.length / 2], "llr");
    print("critical_0.05" + suffix, critical, "llr");
    for (int size : SIZES) {
      power(ranking, suffix, size, critical, seeds);
    }
  }

  private static void power(
      Ranking ranking, String suffix, int size, double critical, SplittableRandom seeds) {
    int detected = 0;
    int located = 0;
    for (int run = 0; run < RUNS; run++) {
      Cluster found = first(ranking, seeds.nextLong(), size);
      if (rank(found, ranking) > critical) {
        detected++;
        double x = found.centre().x() - GridEvents.CLUSTER_X;
        double y = found.centre().y() - GridEvents.CLUSTER_Y;
        located += Math.sqrt(x * x + y * y) <= NEAR ? 1 : 0;
      }
    }
    print("detected_" + size + suffix, (double) detected / RUNS, "1");
    print("located_" + size + suffix, (double) located / RUNS, "1");
  }

  /** Processor time of the whole process, cold, compiler and collector included. */
  private static void cost() {
    CaseTable table = GridEvents.table(GridEvents.of(1, 25));
    long before = cpu();
    ScanResult result = PermutationScan.of(table, Strata.none(), GridEvents.plan(999));
    print("cpu_seconds_999", (cpu() - before) / NANOS, "s");
    print("p_seed_1", result.clusters().get(0).p(), "1");
    assertThat(result.clusters().get(0).p()).isEqualTo(0.001);
  }

  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** What decides the rank: the score, with the bonus for size where there is one. */
  private static double rank(Cluster cluster, Ranking ranking) {
    return cluster.score() + (ranking == Ranking.BALANCED ? Math.log1p(cluster.expected()) : 0);
  }

  private static Cluster first(Ranking ranking, long seed, int injected) {
    ScanPlan plan = GridEvents.plan(0).withClusters(1).withRanking(ranking);
    CaseTable table = GridEvents.table(GridEvents.of(seed, injected));
    return PermutationScan.of(table, Strata.none(), plan).clusters().get(0);
  }

  private static void print(String figure, double value, String unit) {
    System.out.printf(Locale.ROOT, "bench scan-power %s %.3f %s%n", figure, value, unit);
  }
}
