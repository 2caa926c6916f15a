package city.chengmai.analytics.bench;

import city.chengmai.analytics.model.series.Cadence;
import city.chengmai.analytics.model.series.CountSeries;
import city.chengmai.analytics.model.series.FalseDiscovery;
import city.chengmai.analytics.model.series.Judgement;
import city.chengmai.analytics.model.series.SeasonalDetector;
import city.chengmai.analytics.model.series.SeasonalSettings;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Whether probabilities come true where nothing happens: two years of history, then 100 days judged
 * day by day. {@code -Druns=N} series, {@code -Dseed=N}.
 */
class CalibrationBench {

  private static final int SERIES = Integer.getInteger("runs", 10_000);
  private static final long SEED = Long.getLong("seed", 20_260_403);
  private static final double FALSE_DISCOVERY_RATE = 0.1;
  private static final double[] NOMINAL = {0.01, 0.001};
  // Classes of volume: fewer cases a day than this.
  private static final double[] CLASSES = {0.2, 1, 5, 50, Double.POSITIVE_INFINITY};

  private final double[][] alarms = new double[NOMINAL.length][CLASSES.length];
  private final double[] judged = new double[CLASSES.length];

  @Test
  void calibration() {
    QuietCity city = new QuietCity(SEED);
    SeasonalDetector detector =
        new SeasonalDetector(
            city.holidays(),
            new SeasonalSettings(NOMINAL[0], SeasonalSettings.POOLED, DailyDesign.YEAR));
    double[][] byDay = new double[QuietCity.JUDGED][SERIES];
    for (int i = 0; i < SERIES; i++) {
      QuietCity.Quiet series = city.next();
      CountSeries counts = CountSeries.of(DailyDesign.START, Cadence.DAY, series.counts());
      for (Judgement day : detector.judge(counts, QuietCity.HISTORY, counts.length())) {
        byDay[day.position() - QuietCity.HISTORY][i] = day.log10P();
        note(series.mean(), day.log10P());
      }
    }
    print("runs", SERIES, "1");
    print("seed", (double) SEED, "1");
    long days =
        Arrays.stream(byDay)
            .filter(
                day ->
                    FalseDiscovery.threshold(day, day.length, FALSE_DISCOVERY_RATE)
                        > Double.NEGATIVE_INFINITY)
            .count();
    print("days_with_discovery", (double) days, "of_" + QuietCity.JUDGED);
    for (int i = 0; i < NOMINAL.length; i++) {
      tell("fpr_nominal_" + NOMINAL[i], alarms[i]);
    }
  }

  private void note(double mean, double log10) {
    int group = 0;
    while (mean >= CLASSES[group]) {
      group++;
    }
    judged[group]++;
    for (int i = 0; i < NOMINAL.length; i++) {
      alarms[i][group] += log10 <= Math.log10(NOMINAL[i]) ? 1 : 0;
    }
  }

  private void tell(String figure, double[] counts) {
    print(figure, Arrays.stream(counts).sum() / Arrays.stream(judged).sum(), "1");
    for (int i = 0; i < CLASSES.length; i++) {
      print(figure + "_mean_below_" + CLASSES[i], counts[i] / judged[i], "1");
    }
  }

  private static void print(String figure, double value, String unit) {
    System.out.printf(Locale.ROOT, "bench calibration %s %.5f %s%n", figure, value, unit);
  }
}
