package city.chengmai.analytics.model;

import city.chengmai.datasets.indicator.ReadingState;
import java.util.OptionalDouble;

/**
 * What one indicator adds to a score. The points of a score's contributions add up to the score.
 *
 * @param indicator catalogue id
 * @param state whether it was measured
 * @param value raw value in the unit of the catalogue
 * @param shrunkValue value after shrinkage to the peer group, the scored one
 * @param curveScore 0 to 100 on the curve
 * @param weight after re-scaling over what was measured, 0 when not measured
 */
public record Contribution(
    String indicator,
    ReadingState state,
    OptionalDouble value,
    OptionalDouble shrunkValue,
    OptionalDouble curveScore,
    double weight) {

  /** Share of the score. */
  public double points() {
    return weight * curveScore.orElse(0);
  }

  /** Points that a perfect value would have added. */
  public double lostPoints() {
    return curveScore.isPresent() ? weight * (100 - curveScore.getAsDouble()) : 0;
  }

  Contribution scaled(double factor) {
    return new Contribution(indicator, state, value, shrunkValue, curveScore, weight * factor);
  }
}
