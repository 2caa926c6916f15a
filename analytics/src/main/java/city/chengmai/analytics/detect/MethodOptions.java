package city.chengmai.analytics.detect;

import city.chengmai.analytics.model.series.ColdStart;
import city.chengmai.analytics.model.series.EarsDetector;
import city.chengmai.analytics.model.series.EarsSettings;
import city.chengmai.analytics.model.series.FarringtonDetector;
import city.chengmai.analytics.model.series.FarringtonSettings;
import city.chengmai.analytics.model.series.SeasonalDetector;
import city.chengmai.analytics.model.series.SeasonalSettings;
import city.chengmai.analytics.model.series.SeriesDetector;
import city.chengmai.datasets.calendar.HolidayCalendar;
import org.hipparchus.distribution.continuous.NormalDistribution;
import picocli.CommandLine.Option;

/** Which method, and its numbers. */
final class MethodOptions {

  private static final double C3_ALARM = 2;
  // 1 - alpha has to stay well below 1, or no count is beyond it.
  private static final double SMALLEST_ALPHA = 1e-12;
  private static final double LARGEST_ALPHA = 0.5;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      defaultValue = "seasonal",
      description = "One of: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Method method;

  @Option(
      names = "--alpha",
      paramLabel = "SHARE",
      defaultValue = "0.01",
      description = "Share of ordinary periods that may raise an alarm. Default: ${DEFAULT-VALUE}.")
  private double alpha;

  @Option(
      names = "--single",
      description = "seasonal: judge each period alone instead of with the one before.")
  private boolean single;

  @Option(
      names = "--cold-start",
      description =
          "seasonal, farrington: judge what has too little history by ears-c2 with the numbers given"
              + " for ears.")
  private boolean coldStart;

  @Option(
      names = "--season-days",
      paramLabel = "DAYS",
      defaultValue = "365.25",
      description = "seasonal: length of the yearly wave. Default: ${DEFAULT-VALUE}.")
  private double season;

  @Option(
      names = "--baseline",
      paramLabel = "N",
      defaultValue = "7",
      description = "ears: periods that a count is held against. Default: ${DEFAULT-VALUE}.")
  private int baseline;

  @Option(
      names = "--smallest-deviation",
      paramLabel = "S",
      defaultValue = "0",
      description = "ears: floor of the standard deviation. Default: ${DEFAULT-VALUE}.")
  private double smallestDeviation;

  @Option(
      names = "--threshold",
      paramLabel = "Z",
      description =
          "ears: alarm above this; default: what a normal distribution passes with --alpha, 2 for"
              + " ears-c3.")
  private Double threshold;

  @Option(
      names = "--years",
      paramLabel = "N",
      defaultValue = "5",
      description = "farrington: years of history. Default: ${DEFAULT-VALUE}.")
  private int years;

  @Option(
      names = "--half-width",
      paramLabel = "WEEKS",
      defaultValue = "3",
      description = "farrington: weeks about the same date. Default: ${DEFAULT-VALUE}.")
  private int halfWidth;

  @Option(
      names = "--periods",
      paramLabel = "N",
      defaultValue = "10",
      description = "farrington: seasons of a year. Default: ${DEFAULT-VALUE}.")
  private int periods;

  @Option(
      names = "--left-out",
      paramLabel = "WEEKS",
      defaultValue = "26",
      description = "farrington: latest weeks not learnt from. Default: ${DEFAULT-VALUE}.")
  private int leftOut;

  Method method() {
    return method;
  }

  /**
   * The detector asked for.
   *
   * @throws IllegalArgumentException when a number is out of range
   */
  SeriesDetector detector(HolidayCalendar calendar) {
    if (!(alpha >= SMALLEST_ALPHA && alpha <= LARGEST_ALPHA)) {
      throw new IllegalArgumentException("--alpha must lie between 1e-12 and 0.5, but is " + alpha);
    }
    SeriesDetector usual = usual(calendar);
    return coldStart ? new ColdStart(usual, ears(EarsSettings.Variant.C2, deviations())) : usual;
  }

  private SeriesDetector usual(HolidayCalendar calendar) {
    return switch (method) {
      case SEASONAL -> new SeasonalDetector(calendar, seasonal());
      case EARS_C1 -> ears(EarsSettings.Variant.C1, deviations());
      case EARS_C2 -> ears(EarsSettings.Variant.C2, deviations());
      case EARS_C3 -> ears(EarsSettings.Variant.C3, C3_ALARM);
      case FARRINGTON ->
          new FarringtonDetector(new FarringtonSettings(alpha, years, halfWidth, periods, leftOut));
    };
  }

  private SeasonalSettings seasonal() {
    return new SeasonalSettings(alpha, single ? 0 : SeasonalSettings.POOLED, season);
  }

  private EarsDetector ears(EarsSettings.Variant variant, double usual) {
    return new EarsDetector(
        new EarsSettings(
            variant, baseline, smallestDeviation, threshold == null ? usual : threshold));
  }

  private double deviations() {
    return new NormalDistribution().inverseCumulativeProbability(1 - alpha);
  }
}
