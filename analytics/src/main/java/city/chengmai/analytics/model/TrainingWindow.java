package city.chengmai.analytics.model;

/**
 * The days a baseline learns from, as positions {@code [from, to)} of a series. The latest days are
 * left out, so that a rising outbreak does not teach the model to expect it:
 *
 * <pre>
 *   series   0 ......... from ============ to ---- left out ---- first day forecast
 * </pre>
 *
 * @param from first position
 * @param to position after the last
 */
record TrainingWindow(int from, int to) {

  /** Fewest days of history before anything is tested. */
  static final int SMALLEST_HISTORY = 28;

  private static final int LEFT_OUT = 28;
  private static final int LEFT_OUT_PART = 4;
  private static final int LONGEST = 5 * 365;

  /** The window for forecasts from this position on. */
  static TrainingWindow before(int position) {
    int to = position - Math.min(LEFT_OUT, position / LEFT_OUT_PART);
    return new TrainingWindow(Math.max(0, to - LONGEST), to);
  }

  int length() {
    return to - from;
  }
}
