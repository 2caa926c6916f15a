package city.chengmai.analytics.model.alert;

/**
 * How many cases were finished, and how long cases were worked on, by the part of their limit that
 * had gone by. What is finished almost at once says nothing about pace and is left out.
 */
final class HandlingTally {

  static final double WIDTH = 0.05;
  private static final int FIRST = 1;
  private static final int BINS = 60;
  // With no case finished yet in a stretch, a rate is still known to be low.
  private static final double PRIOR = 0.5;

  private final double[] finished = new double[BINS];
  private final double[] worked = new double[BINS];

  /** Counts a case as it stood at a moment. */
  void add(HandledCase handled, long moment) {
    double share = handled.share(moment);
    for (int bin = FIRST; bin < BINS && bin * WIDTH < share; bin++) {
      worked[bin] += Math.min(WIDTH, share - bin * WIDTH);
    }
    int last = (int) (share / WIDTH);
    if (handled.ended() <= moment && last >= FIRST && last < BINS) {
      finished[last]++;
    }
  }

  void add(HandlingTally other) {
    for (int bin = 0; bin < BINS; bin++) {
      finished[bin] += other.finished[bin];
      worked[bin] += other.worked[bin];
    }
  }

  /** Cases finished. */
  double finished() {
    double sum = 0;
    for (double cases : finished) {
      sum += cases;
    }
    return sum;
  }

  /** Cases that would have been finished at the pace of these. */
  double expectedBy(HandlingTally pace) {
    double sum = 0;
    for (int bin = FIRST; bin < BINS; bin++) {
      sum += worked[bin] * (pace.finished[bin] + PRIOR) / (pace.worked[bin] + PRIOR);
    }
    return sum;
  }
}
