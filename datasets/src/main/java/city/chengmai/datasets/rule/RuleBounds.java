package city.chengmai.datasets.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;

/**
 * How far a parameter of a rule may be moved (微调界限), both ends included.
 *
 * @param lowest smallest value
 * @param highest largest value
 */
public record RuleBounds(double lowest, double highest) {

  /** Checks the order. */
  public RuleBounds {
    if (!(lowest <= highest)) {
      throw new IllegalArgumentException("bounds " + lowest + " to " + highest + " hold nothing");
    }
  }

  /** Bounds as the file tells them, {@code [lowest, highest]}. */
  @JsonCreator
  static RuleBounds of(List<Double> ends) {
    if (ends.size() != 2) {
      throw new IllegalArgumentException("bounds are [lowest, highest], seen " + ends);
    }
    return new RuleBounds(ends.get(0), ends.get(1));
  }

  /** Whether a value lies within. */
  public boolean contain(double value) {
    return value >= lowest && value <= highest;
  }
}
