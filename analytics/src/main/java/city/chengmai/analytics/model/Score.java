package city.chengmai.analytics.model;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A score of an area: of a dimension, or overall.
 *
 * @param dimension management, service, operation, overall
 * @param weightPresent share of the weight with enough sample
 * @param sufficient whether that share is large enough for a score
 * @param contributions what it consists of
 */
public record Score(
    String dimension, double weightPresent, boolean sufficient, List<Contribution> contributions) {

  /** Name of the score over all dimensions. */
  public static final String OVERALL = "overall";

  /** Copies the contributions. */
  public Score {
    contributions = List.copyOf(contributions);
  }

  /** 0 to 100, or empty when insufficient. */
  public OptionalDouble value() {
    return sufficient
        ? OptionalDouble.of(contributions.stream().mapToDouble(Contribution::points).sum())
        : OptionalDouble.empty();
  }
}
