package city.chengmai.analytics.model.series;

/**
 * The periods a baseline learns from, as positions {@code [from, to)} of a series. The latest ones
 * are left out, so that a rising outbreak does not teach the model to expect it:
 *
 * <pre>
 *   series   0 ......... from ============ to ---- left out ---- first period forecast
 * </pre>
 *
 * @param from first position
 * @param to position after the last
 */
record TrainingWindow(int from, int to) {

  private static final int LEFT_OUT_PART = 4;

  /** The window for forecasts from this position on. */
  static TrainingWindow before(int position, Cadence cadence) {
    int to = position - Math.min(cadence.leftOut(), position / LEFT_OUT_PART);
    return new TrainingWindow(Math.max(0, to - cadence.longest()), to);
  }

  int length() {
    return to - from;
  }
}
