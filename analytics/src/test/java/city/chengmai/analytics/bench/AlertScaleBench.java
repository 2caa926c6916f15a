package city.chengmai.analytics.bench;

import city.chengmai.analytics.model.series.Cadence;
import city.chengmai.analytics.model.series.CategoryVolume;
import city.chengmai.analytics.model.series.CountSeries;
import city.chengmai.analytics.model.series.GridTotals;
import city.chengmai.analytics.model.series.VolumeDetector;
import city.chengmai.analytics.model.series.VolumeResult;
import city.chengmai.analytics.model.series.VolumeRule;
import city.chengmai.analytics.model.series.VolumeSettings;
import city.chengmai.datasets.calendar.NoHolidays;
import city.chengmai.datasets.rule.AlertRules;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;

/**
 * What rule A02 costs by the number of series: two years of days each, the last week judged day by
 * day, as a run each day would. {@code -Druns=N} days judged, {@code -Dseed=N}.
 */
class AlertScaleBench {

  private static final int DAYS = 730;
  private static final int JUDGED = Integer.getInteger("runs", 7);
  private static final long SEED = Long.getLong("seed", 5);
  private static final int GRIDS = 99;
  private static final int[] SERIES = {2_500, 5_000, 10_000};
  private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);
  private static final double NANOS = 1e9;
  private static final double MEGABYTE = 1 << 20;

  @Test
  void alertScale() {
    // Compiles what is measured.
    judge(volumes(200));
    for (int series : SERIES) {
      List<CategoryVolume> volumes = volumes(series);
      System.gc();
      long heap = heap();
      long cpu = cpu();
      long before = System.nanoTime();
      int kept = judge(volumes);
      print("seconds_" + series, (System.nanoTime() - before) / NANOS, "s");
      print("cpu_seconds_" + series, (cpu() - cpu) / NANOS, "s");
      print("heap_of_series_" + series, heap / MEGABYTE, "MB");
      print("tests_kept_" + series, kept, "1");
    }
  }

  private static int judge(List<CategoryVolume> volumes) {
    VolumeRule rule = VolumeRule.of(AlertRules.bundled().rule("A02"), Cadence.DAY);
    int kept = 0;
    for (CategoryVolume volume : volumes) {
      VolumeDetector detector =
          new VolumeDetector(
              new NoHolidays(),
              new GridTotals(volume.grids(), DAYS),
              "city",
              VolumeSettings.of(Cadence.DAY, rule));
      VolumeResult result = detector.test(volume, DAYS - JUDGED, DAYS);
      kept += result.kept().size();
    }
    return kept;
  }

  /**
   * A city's series and those of its grids for each category, from one case in months to ten a day.
   */
  private static List<CategoryVolume> volumes(int series) {
    RandomDataGenerator random = new RandomDataGenerator(SEED);
    double[] ones = new double[DAYS];
    Arrays.fill(ones, 1);
    List<CategoryVolume> volumes = new ArrayList<>();
    for (int category = 0; category < series / (GRIDS + 1); category++) {
      double[] city = new double[DAYS];
      Map<String, CountSeries> grids = new TreeMap<>();
      for (int grid = 0; grid < GRIDS; grid++) {
        double mean = Math.pow(10, random.nextUniform(-2, 1));
        double[] counts = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
          counts[day] = random.nextPoisson(mean * (day % 7 > 4 ? 0.6 : 1));
          city[day] += counts[day];
        }
        grids.put("g" + grid, new CountSeries(START, Cadence.DAY, counts, ones));
      }
      volumes.add(
          new CategoryVolume(
              "c" + category, new CountSeries(START, Cadence.DAY, city, ones), grids));
    }
    return volumes;
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static void print(String figure, double value, String unit) {
    System.out.printf(Locale.ROOT, "bench alert-scale %s %.2f %s%n", figure, value, unit);
  }
}
