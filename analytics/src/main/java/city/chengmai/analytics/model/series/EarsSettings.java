package city.chengmai.analytics.model.series;

/**
 * How EARS is used.
 *
 * @param variant which of the three
 * @param baseline periods that a count is held against, at least 2
 * @param smallestDeviation floor of their standard deviation
 * @param threshold standard deviations (C1, C2) or sum of excesses (C3) that are no alarm yet
 */
public record EarsSettings(
    Variant variant, int baseline, double smallestDeviation, double threshold) {

  /** The three ways of Hutwagner et al. */
  public enum Variant {
    /** The periods just before. */
    C1,
    /** The periods before a gap of two. */
    C2,
    /** The excesses of C2 over one standard deviation, added over three periods. */
    C3
  }

  /** The classic baseline of seven periods. */
  public static final int CLASSIC = 7;

  /** The gap of C2 and C3. */
  static final int GUARD = 2;

  /** Refuses numbers out of range. */
  public EarsSettings {
    if (baseline < 2 || smallestDeviation < 0) {
      throw new IllegalArgumentException(
          "EARS needs a baseline of at least 2 periods and a floor not below 0, but has "
              + baseline
              + " and "
              + smallestDeviation);
    }
  }

  int guard() {
    return variant == Variant.C1 ? 0 : GUARD;
  }

  /** First position with all it needs before it. */
  int first() {
    return baseline + guard() + (variant == Variant.C3 ? GUARD : 0);
  }
}
