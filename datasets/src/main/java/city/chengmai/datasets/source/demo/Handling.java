package city.chengmai.datasets.source.demo;

/**
 * How a grid's cases are handled. Shares are probabilities of a case.
 *
 * @param quality 0 to 1
 * @param medianShare median share of the limit that a unit takes
 * @param failedCheck share whose check fails
 * @param returned share that the unit gives back
 * @param extended share whose due time is moved
 * @param suspended share whose clock is stopped
 * @param stuck share that is not finished in the ordinary way
 */
record Handling(
    double quality,
    double medianShare,
    double failedCheck,
    double returned,
    double extended,
    double suspended,
    double stuck) {

  private static final double COLLAPSE = 5;

  static Handling of(double quality, boolean collapsed) {
    double bad = 1 - quality;
    return new Handling(
        quality,
        (0.14 + 0.5 * bad) * (collapsed ? COLLAPSE : 1),
        0.015 + 0.11 * bad,
        0.02 + 0.06 * bad,
        0.015 + 0.06 * bad,
        0.008 + 0.025 * bad,
        collapsed ? 0.2 : 0.004 + 0.05 * bad);
  }
}
