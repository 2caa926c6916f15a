package city.chengmai.analytics.bench;

import city.chengmai.analytics.model.series.EarsDetector;
import city.chengmai.analytics.model.series.EarsSettings;
import city.chengmai.analytics.model.series.SeasonalDetector;
import city.chengmai.analytics.model.series.SeasonalSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * How many outbreaks of the daily benchmark each method detects at the same rate of false alarms,
 * and how soon. {@code -Druns=N} runs to set thresholds and as many to measure, {@code -Dseed=N}.
 * Farrington Flexible compares weeks and takes no part.
 */
class DetectDailyBench {

  private static final int RUNS = Integer.getInteger("runs", 400);
  private static final long SEED = Long.getLong("seed", 20_260_402);
  private static final double NOMINAL = 0.01;
  private static final double ALARM = 3;
  private static final int LONG_BASELINE = 28;

  @Test
  void detectDaily() {
    DailyDesign design = new DailyDesign();
    SeasonalSettings settings =
        new SeasonalSettings(NOMINAL, SeasonalSettings.POOLED, DailyDesign.YEAR);
    List<Rival> rivals = new ArrayList<>();
    Collections.addAll(
        rivals,
        new Rival("", new SeasonalDetector(design.holidays(), settings)),
        new Rival("single_day_", new SeasonalDetector(design.holidays(), settings.unpooled())),
        new Rival("ears_c2_", c2(EarsSettings.CLASSIC, 0.5)),
        new Rival("ears_c2_long_", c2(LONG_BASELINE, 1)));
    rivals.addAll(Weights.rivals(design.holidays(), settings));
    new DetectionStudy(rivals, design::run).simulate(RUNS, SEED);
    print("runs", RUNS, "1");
    print("seed", (double) SEED, "1");
    rivals.forEach(DetectDailyBench::tell);
  }

  private static EarsDetector c2(int baseline, double floor) {
    return new EarsDetector(new EarsSettings(EarsSettings.Variant.C2, baseline, floor, ALARM));
  }

  private static void tell(Rival rival) {
    for (String rate : List.of("0.01", "0.005", "0.001")) {
      double threshold = rival.threshold(Double.parseDouble(rate));
      print(rival.name() + "pod_fpr_" + rate, rival.detected(threshold), "1");
      print(rival.name() + "measured_fpr_" + rate, rival.falseAlarms(threshold), "1");
    }
    print(rival.name() + "delay_days", rival.delay(rival.threshold(NOMINAL)), "d");
    print(
        rival.name() + "fpr_nominal_0.01",
        rival.nominal(NOMINAL).values().stream()
            .mapToDouble(Double::doubleValue)
            .average()
            .orElseThrow(),
        "1");
  }

  private static void print(String figure, double value, String unit) {
    System.out.printf(Locale.ROOT, "bench detect-daily %s %.4f %s%n", figure, value, unit);
  }
}
