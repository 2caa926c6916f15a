package city.chengmai.datasets.catalogue;

import java.io.Serializable;
import java.util.List;

/**
 * One dimension's part in the overall score and the indicators within it.
 *
 * @param dimension which one
 * @param weight share of the overall score
 * @param indicators parts of the dimension; their weights add to 1
 */
public record ScoredDimension(Dimension dimension, double weight, List<ScoredIndicator> indicators)
    implements Serializable {

  /** Checks that the indicators' weights add to 1. */
  public ScoredDimension {
    if (dimension == null) {
      throw new IllegalArgumentException("a scored dimension needs its name");
    }
    indicators = List.copyOf(indicators);
    Weights.requireOne(
        "indicators of " + dimension.key(),
        indicators.stream().mapToDouble(ScoredIndicator::weight).sum());
  }
}
