package city.chengmai.datasets.indicator;

import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * A rate as a pair of counts (分子、分母). Pairs of neighbouring areas or days merge by adding, so that
 * a roll-up never averages percentages. Both parts are finite and not negative.
 *
 * @param numerator what was reached, in cases (or answer weights)
 * @param denominator what should have been reached, in the same unit
 */
public record Rate(double numerator, double denominator) implements Serializable {

  /** The neutral element of {@link #plus}. */
  public static final Rate NOTHING = new Rate(0, 0);

  /** Checks that both parts are finite and not negative. */
  public Rate {
    requireCount("numerator", numerator);
    requireCount("denominator", denominator);
  }

  /** The pair of both areas or periods together. */
  public Rate plus(Rate other) {
    return new Rate(numerator + other.numerator, denominator + other.denominator);
  }

  /** Numerator over denominator, or empty when nothing should have been reached. */
  public OptionalDouble share() {
    return denominator > 0 ? OptionalDouble.of(numerator / denominator) : OptionalDouble.empty();
  }

  private static void requireCount(String name, double value) {
    if (!Double.isFinite(value) || value < 0) {
      throw new IllegalArgumentException(
          name + " must be finite and not negative, but is " + value);
    }
  }
}
