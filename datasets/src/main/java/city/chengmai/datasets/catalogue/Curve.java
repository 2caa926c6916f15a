package city.chengmai.datasets.catalogue;

import java.io.Serializable;
import java.util.Objects;

/**
 * How a value becomes 0 to 100 points: 0 at {@code floor} and beyond, 100 at {@code target} and
 * beyond. A floor above the target is an indicator where less is better.
 *
 * @param floor value that earns nothing, in the unit of the indicator
 * @param target value that earns 100
 * @param shape how points grow in between
 * @param version of the curve, from 1
 */
public record Curve(double floor, double target, Shape shape, int version) implements Serializable {

  /** Growth between floor and target, with x the share of the way. */
  public enum Shape {
    /** Points are 100 x. */
    LINEAR,
    /** Points are 100 x²: the last steps to the target count most. */
    DEMANDING,
    /** Points are 100 √x: the first steps from the floor count most. */
    ENCOURAGING
  }

  /** Checks that the curve has a direction. */
  public Curve {
    Objects.requireNonNull(shape, "shape");
    if (!Double.isFinite(floor) || !Double.isFinite(target) || floor == target) {
      throw new IllegalArgumentException(
          "floor and target must be finite and differ, but are " + floor + " and " + target);
    }
    if (version < 1) {
      throw new IllegalArgumentException("version must be 1 or more, but is " + version);
    }
  }

  /** Which way this curve rewards. */
  public Direction direction() {
    return target > floor ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER;
  }
}
