package city.chengmai.analytics.bench;

import city.chengmai.analytics.model.series.EarsDetector;
import city.chengmai.analytics.model.series.EarsSettings;
import city.chengmai.analytics.model.series.FarringtonDetector;
import city.chengmai.analytics.model.series.FarringtonSettings;
import city.chengmai.analytics.model.series.SeasonalDetector;
import city.chengmai.analytics.model.series.SeasonalSettings;
import city.chengmai.datasets.calendar.NoHolidays;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How many outbreaks of the weekly benchmark each method detects at the same rate of false alarms.
 * {@code -Druns=N} runs to set thresholds and as many to measure, {@code -Dseed=N}.
 */
class DetectWeeklyBench {

  private static final int RUNS = Integer.getInteger("runs", 2_100);
  private static final long SEED = Long.getLong("seed", 20_260_401);
  private static final double NOMINAL = 0.01;
  private static final double EARS_FLOOR = 0.5;
  private static final double ALARM = 3;

  @Test
  void detectWeekly() {
    SeasonalSettings settings =
        new SeasonalSettings(NOMINAL, SeasonalSettings.POOLED, WeeklyDesign.SEASON);
    List<Rival> rivals = new ArrayList<>();
    Collections.addAll(
        rivals,
        new Rival("", new SeasonalDetector(new NoHolidays(), settings)),
        new Rival("single_week_", new SeasonalDetector(new NoHolidays(), settings.unpooled())),
        new Rival(
            "ears_c2_",
            new EarsDetector(
                new EarsSettings(
                    EarsSettings.Variant.C2, EarsSettings.CLASSIC, EARS_FLOOR, ALARM))),
        new Rival("farrington_", new FarringtonDetector(FarringtonSettings.standard(NOMINAL))));
    rivals.addAll(Weights.rivals(new NoHolidays(), settings));
    new DetectionStudy(rivals, WeeklyDesign::run).simulate(RUNS, SEED);
    print("runs", RUNS, "1");
    print("seed", (double) SEED, "1");
    rivals.forEach(DetectWeeklyBench::tell);
  }

  private static void tell(Rival rival) {
    for (String rate : List.of("0.01", "0.005", "0.001")) {
      double threshold = rival.threshold(Double.parseDouble(rate));
      print(rival.name() + "pod_fpr_" + rate, rival.detected(threshold), "1");
      print(rival.name() + "measured_fpr_" + rate, rival.falseAlarms(threshold), "1");
    }
    double threshold = rival.threshold(NOMINAL);
    print(rival.name() + "week1_pod", rival.detectedAtOnce(threshold), "1");
    Map<Integer, Double> nominal = rival.nominal(NOMINAL);
    print(
        rival.name() + "fpr_nominal_0.01",
        nominal.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
        "1");
    print(
        rival.name() + "fpr_nominal_0.01_largest",
        nominal.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
        "1");
  }

  private static void print(String figure, double value, String unit) {
    System.out.printf(Locale.ROOT, "bench detect-weekly %s %.4f %s%n", figure, value, unit);
  }
}
