package city.chengmai.analytics.job;

import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.indicator.Rate;
import city.chengmai.datasets.indicator.Reading;
import java.util.OptionalDouble;

/** Turns counts into a reading: applicable, counted at all, enough of a sample and of days. */
final class ReadingRule {

  private ReadingRule() {}

  /** A reading whose value is the share in the unit of the catalogue. */
  static Reading ofShare(
      Indicator indicator, boolean applies, int days, Rate rate, OptionalDouble companion) {
    double share = rate.share().orElse(0);
    return of(indicator, applies, days, rate, share * indicator.unit().scale(), companion);
  }

  /** A reading whose value was computed beside the counts. */
  static Reading of(
      Indicator indicator,
      boolean applies,
      int days,
      Rate rate,
      double value,
      OptionalDouble companion) {
    if (!applies) {
      return new Reading.NotApplicable();
    }
    if (rate.denominator() == 0) {
      return new Reading.NoData();
    }
    return rate.denominator() < indicator.smallestSample() || days < indicator.smallestDays()
        ? new Reading.Insufficient(rate, indicator.smallestSample())
        : new Reading.Measured(value, companion, rate);
  }
}
