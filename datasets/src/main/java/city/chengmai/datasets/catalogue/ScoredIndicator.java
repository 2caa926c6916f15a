package city.chengmai.datasets.catalogue;

import java.io.Serializable;
import java.util.Objects;

/**
 * One indicator's part in a dimension.
 *
 * @param indicator catalogue id
 * @param weight share of the dimension, above 0 and at most 1
 * @param curve from value to points
 */
public record ScoredIndicator(String indicator, double weight, Curve curve)
    implements Serializable {

  /** Checks the weight. */
  public ScoredIndicator {
    Objects.requireNonNull(indicator, "indicator");
    Objects.requireNonNull(curve, "curve of " + indicator);
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException(
          "weight of " + indicator + " must be above 0 and at most 1, but is " + weight);
    }
  }
}
