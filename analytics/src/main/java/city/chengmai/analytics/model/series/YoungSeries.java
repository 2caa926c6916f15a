package city.chengmai.analytics.model.series;

import java.util.Optional;

/**
 * Judges series that are too young for a model by EARS C2: whole weeks of days, or eight weeks,
 * before a gap of two periods. Hours have a rhythm that it does not know, and wait.
 */
final class YoungSeries {

  private static final int DAYS = 14;
  private static final int WEEKS = 8;
  private static final double DEVIATIONS = 3;

  private final Cadence cadence;
  private final EarsSettings settings;

  YoungSeries(Cadence cadence) {
    this.cadence = cadence;
    this.settings =
        new EarsSettings(
            EarsSettings.Variant.C2, cadence == Cadence.WEEK ? WEEKS : DAYS, 1, DEVIATIONS);
  }

  /** First position that can be judged. */
  int first() {
    return cadence == Cadence.HOUR ? Integer.MAX_VALUE : settings.first();
  }

  /** The test of a position, empty when the count is nothing to keep. */
  Optional<VolumeTest> test(
      String area, String category, CountSeries series, int position, double keepBelow) {
    Judgement judged = new EarsDetector(settings).judge(series, position, position + 1).get(0);
    if (judged.log10P() > keepBelow) {
      return Optional.empty();
    }
    return Optional.of(
        new VolumeTest(
            area,
            category,
            cadence,
            series.at(position),
            1,
            Math.round(judged.observed()),
            judged.expected(),
            judged.lower(),
            judged.upper(),
            judged.log10P(),
            true));
  }
}
