package city.chengmai.analytics.bench;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.model.scan.CaseTable;
import city.chengmai.analytics.model.scan.Cluster;
import city.chengmai.analytics.model.scan.GridEvents;
import city.chengmai.analytics.model.scan.PermutationScan;
import city.chengmai.analytics.model.scan.ScanPlan;
import city.chengmai.analytics.model.scan.ScanResult;
import city.chengmai.analytics.model.scan.Strata;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * How often the permutation scan finds a cluster of given size in the published grid, and what a
 * scan with 999 replicas costs. {@code -Dseed=N -Druns=N}: data sets a size; draws of sets without
 * any cluster, from other seeds, make the critical score.
 */
class ScanPowerBench {

  private static final long SEED = Long.getLong("seed", 1);
  private static final int RUNS = Integer.getInteger("runs", 300);
  private static final int[] SIZES = {12, 15, 18};
  private static final double NEAR = 3;
  private static final double ALPHA = 0.05;
  private static final int NULL_SETS = 5;
  private static final int REPLICAS = 999;
  private static final double NANOS = 1e9;

  @Test
  void scanPower() {
    cost();
    SplittableRandom seeds = new SplittableRandom(SEED);
    double critical = critical(seeds);
    print("critical_0.05", critical, "llr");
    print("false_alarms_0.05", detected(0, critical, seeds)[0], "1");
    for (int size : SIZES) {
      double[] found = detected(size, critical, seeds);
      print("detected_" + size, found[0], "1");
      print("located_" + size, found[1], "1");
    }
  }

  /** The score that one draw in twenty goes above, from draws of sets without a cluster. */
  private static double critical(SplittableRandom seeds) {
    double sum = 0;
    for (int set = 0; set < NULL_SETS; set++) {
      CaseTable table = GridEvents.table(GridEvents.of(seeds.nextLong(), 0));
      ScanPlan plan = GridEvents.plan(REPLICAS).withReplicas(REPLICAS, seeds.nextLong());
      sum += PermutationScan.of(table, Strata.none(), plan).significance().critical(ALPHA);
    }
    return sum / NULL_SETS;
  }

  /** Shares of sets with an alarm, and with an alarm at the right place. */
  private static double[] detected(int size, double critical, SplittableRandom seeds) {
    int detected = 0;
    int located = 0;
    for (int run = 0; run < RUNS; run++) {
      Cluster found = first(seeds.nextLong(), size);
      if (found.score() > critical) {
        detected++;
        double x = found.centre().x() - GridEvents.CLUSTER_X;
        double y = found.centre().y() - GridEvents.CLUSTER_Y;
        located += Math.sqrt(x * x + y * y) <= NEAR ? 1 : 0;
      }
    }
    return new double[] {(double) detected / RUNS, (double) located / RUNS};
  }

  /** Processor time of the whole process, cold, compiler and collector included. */
  private static void cost() {
    CaseTable table = GridEvents.table(GridEvents.of(1, 25));
    long before = cpu();
    ScanResult result = PermutationScan.of(table, Strata.none(), GridEvents.plan(REPLICAS));
    print("cpu_seconds_999", (cpu() - before) / NANOS, "s");
    print("p_seed_1", result.clusters().get(0).p(), "1");
    assertThat(result.clusters().get(0).p()).isEqualTo(0.001);
  }

  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static Cluster first(long seed, int injected) {
    ScanPlan plan = GridEvents.plan(0).withClusters(1);
    CaseTable table = GridEvents.table(GridEvents.of(seed, injected));
    return PermutationScan.of(table, Strata.none(), plan).clusters().get(0);
  }

  private static void print(String figure, double value, String unit) {
    System.out.printf(Locale.ROOT, "bench scan-power %s %.3f %s%n", figure, value, unit);
  }
}
