package city.chengmai.analytics.model;

import java.util.OptionalDouble;

/**
 * What one indicator moved in a score between two days. The points of all indicators of a score add
 * up to its change: the change of a product weight times curve score is the mean weight times the
 * change of the curve score plus the change of the weight times the mean curve score.
 *
 * @param indicator catalogue id
 * @param valuePoints moved by the value
 * @param weightPoints moved by the weight; all points of an indicator that appeared or disappeared
 */
public record ScoreMove(String indicator, double valuePoints, double weightPoints) {

  /**
   * An indicator's part in a score.
   *
   * @param weight after re-scaling, 0 when it was not counted
   * @param curveScore 0 to 100, empty when it was not counted
   */
  public record Part(double weight, OptionalDouble curveScore) {

    /** Whether it was counted. */
    public boolean counted() {
      return weight > 0 && curveScore.isPresent();
    }

    double points() {
      return counted() ? weight * curveScore.getAsDouble() : 0;
    }
  }

  /** The move from one day to another. */
  public static ScoreMove between(String indicator, Part before, Part now) {
    if (!before.counted() || !now.counted()) {
      return new ScoreMove(indicator, 0, now.points() - before.points());
    }
    double scoreBefore = before.curveScore.getAsDouble();
    double scoreNow = now.curveScore.getAsDouble();
    return new ScoreMove(
        indicator,
        (before.weight + now.weight) / 2 * (scoreNow - scoreBefore),
        (now.weight - before.weight) * (scoreBefore + scoreNow) / 2);
  }

  /** Value and weight together. */
  public double points() {
    return valuePoints + weightPoints;
  }
}
