package city.chengmai.analytics.model.sensor;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How far a value goes beyond the extremes of the past, in units of how far those lie from the
 * median: 0 within them, 1 twice as far out as anything before. The latest values are not yet past,
 * so that a slow rise is not its own yardstick.
 */
final class Excess {

  private static final double MOST = 20;
  private static final double TINY = 1e-9;

  /** The second highest of some thousand values: a single outlier is no yardstick. */
  private static final double EDGE = 0.9995;

  /** Extremes lie at least this share of their distance from the median. */
  private static final double FLOOR = 0.02;

  private final RecentValues past;
  private final Deque<Double> waiting = new ArrayDeque<>();
  private final int lag;
  private final int fewest;
  private double above;
  private double below;

  /**
   * Nothing known yet.
   *
   * @param memory values that are compared with
   * @param lag values that are not yet past
   * @param fewest past values needed for a judgement
   */
  Excess(int memory, int lag, int fewest) {
    this.past = new RecentValues(memory);
    this.lag = lag;
    this.fewest = fewest;
  }

  /** Takes a value; the excesses are those of this value afterwards. */
  void next(double value) {
    above = 0;
    below = 0;
    if (past.size() >= fewest) {
      judge(value);
    }
    waiting.addLast(value);
    if (waiting.size() > lag) {
      past.add(waiting.removeFirst());
    }
  }

  private void judge(double value) {
    double middle = past.quantile(0.5);
    double high = past.quantile(EDGE);
    double low = past.quantile(1 - EDGE);
    double least = Math.max(FLOOR * (high - low), TINY * (Math.abs(middle) + TINY));
    above = bounded((value - middle) / Math.max(high - middle, least) - 1);
    below = bounded((middle - value) / Math.max(middle - low, least) - 1);
  }

  private static double bounded(double excess) {
    return Math.min(Math.max(excess, 0), MOST);
  }

  /** Beyond the highest. */
  double above() {
    return above;
  }

  /** Beyond the lowest. */
  double below() {
    return below;
  }

  /** Beyond either. */
  double either() {
    return Math.max(above, below);
  }
}
