package city.chengmai.datasets.indicator;

import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What an indicator says about an area in a period. A reader must say what happens in every case:
 * {@link #fold} takes one function each, so that no page prints a missing value as zero.
 */
public sealed interface Reading {

  /** A value on enough cases, in the unit of the catalogue. */
  record Measured(double value, OptionalDouble companion, Rate rate) implements Reading {
    /** Checks that the value is a number. */
    public Measured {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("value must be finite, but is " + value);
      }
    }
  }

  /** Too small a sample (样本不足): the counts are known, the value is not shown. */
  record Insufficient(Rate rate, int smallestSample) implements Reading {}

  /** The indicator is not meant for this kind of area. */
  record NotApplicable() implements Reading {}

  /** Nothing was counted in the period, or the feed behind it is silent. */
  record NoData() implements Reading {}

  /** One answer from one function a case. */
  default <T> T fold(
      Function<Measured, T> measured,
      Function<Insufficient, T> insufficient,
      Function<NotApplicable, T> notApplicable,
      Function<NoData, T> noData) {
    if (this instanceof Measured reading) {
      return measured.apply(reading);
    }
    if (this instanceof Insufficient reading) {
      return insufficient.apply(reading);
    }
    return this instanceof NotApplicable reading
        ? notApplicable.apply(reading)
        : noData.apply((NoData) this);
  }

  /** The word in the column {@code state}. */
  default ReadingState state() {
    return fold(
        measured -> ReadingState.MEASURED,
        insufficient -> ReadingState.INSUFFICIENT,
        notApplicable -> ReadingState.NOT_APPLICABLE,
        noData -> ReadingState.NO_DATA);
  }

  /** The value, present only when measured. */
  default OptionalDouble valueIfMeasured() {
    return fold(
        measured -> OptionalDouble.of(measured.value()),
        insufficient -> OptionalDouble.empty(),
        notApplicable -> OptionalDouble.empty(),
        noData -> OptionalDouble.empty());
  }
}
