package city.chengmai.analytics.model.sensor;

/** Mean of the latest values of a stream, up to a number of them. */
final class MovingMean {

  private final double[] latest;
  private long seen;

  /**
   * No values yet.
   *
   * @param most values that are averaged
   */
  MovingMean(int most) {
    this.latest = new double[most];
  }

  /** Takes a value and tells the mean with it. */
  double next(double value) {
    latest[(int) (seen % latest.length)] = value;
    seen++;
    int size = (int) Math.min(seen, latest.length);
    double sum = 0;
    // Added anew each time: a running sum keeps the rounding of large values for ever.
    for (int i = 0; i < size; i++) {
      sum += latest[i];
    }
    return sum / size;
  }
}
