package city.chengmai.analytics.model.series;

import city.chengmai.analytics.model.count.CountDistribution;

/**
 * How unlikely a period and the one before it are together. The statistic is the smaller of two
 * tails: of the period alone and of both periods' sum, so that an outbreak is seen which is too
 * small for either. Taking the smaller of two makes it smaller by chance too; the probability given
 * back is that of a statistic so small, worked out from the two distributions:
 *
 * <pre>
 *   P(Y ≥ u or X + Y ≥ s) = P(Y ≥ u) + Σ over y &lt; u of P(Y = y) P(X ≥ s - y)
 * </pre>
 *
 * where u and s are the smallest counts whose own tails are as small as the statistic.
 */
final class PooledTail {

  private static final double LOG10_2 = Math.log10(2);
  // So far out both ways are one and the same but for a factor of at most two.
  private static final double FAR_OUT = -10;
  private static final double ROUNDING = 1e-9;
  private static final double NEGLIGIBLE_DEVIATIONS = 12;

  private final CountDistribution before;
  private final CountDistribution now;
  private final CountDistribution both;
  private final double logWeight;

  /**
   * The tail of two neighbouring periods.
   *
   * @param before forecast of the earlier
   * @param now forecast of the later
   * @param weight how much larger the tail of the sum must be to count as much as the single one's;
   *     1 for no difference
   */
  PooledTail(Forecast before, Forecast now, double weight) {
    this.before = before.distribution();
    this.now = now.distribution();
    this.both = before.plus(now).distribution();
    this.logWeight = Math.log10(weight);
  }

  /** The statistic: the smaller of both tails, as base-10 logarithm. */
  double statistic(long countBefore, long countNow) {
    return Math.min(now.log10UpperTail(countNow), together(countBefore, countNow));
  }

  /** Whether the later period alone is as strange as both together. */
  boolean single(long countBefore, long countNow) {
    return now.log10UpperTail(countNow) <= together(countBefore, countNow);
  }

  private double together(long countBefore, long countNow) {
    return both.log10UpperTail(countBefore + countNow) + logWeight;
  }

  /** Base-10 logarithm of the probability of a statistic as small as that of these counts. */
  double log10(long countBefore, long countNow) {
    double statistic = statistic(countBefore, countNow);
    if (statistic < FAR_OUT) {
      return Math.min(0, statistic + LOG10_2);
    }
    if (statistic >= 0) {
      return 0;
    }
    double exact = Math.log10(probability(statistic));
    return Math.max(statistic, Math.min(0, exact));
  }

  private double probability(double statistic) {
    long alone = now.smallestBeyond(statistic + ROUNDING);
    long together = both.smallestBeyond(statistic - logWeight + ROUNDING);
    double sum = now.upperTail(alone);
    long lowest = (long) Math.max(0, now.mean() - NEGLIGIBLE_DEVIATIONS * now.deviation());
    double mass = now.mass(lowest);
    double tail = before.upperTail(together - lowest);
    double next = before.mass(together - lowest - 1);
    for (long y = lowest; y < alone; y++) {
      sum += mass * Math.min(1, tail);
      mass *= now.next(y);
      tail += next;
      long k = together - y - 2;
      next = k >= 0 ? next / before.next(k) : 0;
    }
    return sum;
  }
}
