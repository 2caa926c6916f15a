package city.chengmai.analytics.job;

import city.chengmai.datasets.indicator.Rate;
import city.chengmai.datasets.indicator.Reading;
import city.chengmai.datasets.indicator.ReadingState;
import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * A row of {@code indicator_30d} as read for scoring.
 *
 * @param area area id
 * @param indicator catalogue id
 * @param numerator of the rate
 * @param denominator of the rate
 * @param value 0 unless measured
 * @param state word of the reading
 */
record StoredReading(
    String area, String indicator, double numerator, double denominator, double value, String state)
    implements Serializable {

  Reading reading() {
    Rate rate = new Rate(numerator, denominator);
    return switch (ReadingState.of(state)) {
      case MEASURED -> new Reading.Measured(value, OptionalDouble.empty(), rate);
      // The size it fell short of plays no part in scoring.
      case INSUFFICIENT -> new Reading.Insufficient(rate, 0);
      case NOT_APPLICABLE -> new Reading.NotApplicable();
      case NO_DATA -> new Reading.NoData();
    };
  }
}
