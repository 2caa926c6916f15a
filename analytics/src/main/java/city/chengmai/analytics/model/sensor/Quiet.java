package city.chengmai.analytics.model.sensor;

/** Lets an excess through that is clearly larger than all of the last while, and no other. */
final class Quiet {

  private static final int WHILE = 60;
  private static final double CLEARLY = 1.4;

  private final double[] latest = new double[WHILE];
  private long seen;

  double next(double excess) {
    double largest = 0;
    for (double earlier : latest) {
      largest = Math.max(largest, earlier);
    }
    latest[(int) (seen % WHILE)] = excess;
    seen++;
    return excess > CLEARLY * largest ? excess : 0;
  }
}
