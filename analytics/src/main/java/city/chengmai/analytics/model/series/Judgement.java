package city.chengmai.analytics.model.series;

/**
 * One count held against what the past leads one to expect.
 *
 * @param position of the period in its series
 * @param observed count
 * @param expected mean of what was expected
 * @param lower count that fewer than α of such periods fall below
 * @param upper largest count of this period alone that is no alarm
 * @param log10P base-10 logarithm of the probability of so much or more
 * @param score the larger the stranger; comparable within one method only
 * @param alarm whether the method raises one
 */
public record Judgement(
    int position,
    double observed,
    double expected,
    double lower,
    double upper,
    double log10P,
    double score,
    boolean alarm) {

  /** Probability of so much or more. */
  public double p() {
    return Math.pow(10, log10P);
  }
}
