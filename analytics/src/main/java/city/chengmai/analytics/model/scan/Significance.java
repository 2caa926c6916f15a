package city.chengmai.analytics.model.scan;

import java.util.Arrays;

/** The highest scores of draws without any cluster, and how unusual a score is beside them. */
public final class Significance {

  /** Scores that differ by less are equal: with few cases ties between draws are common. */
  private static final double SAME = 1e-9;

  private static final double EULER = 0.5772156649015329;

  private final double[] highest;

  Significance(double[] highest) {
    this.highest = highest.clone();
    Arrays.sort(this.highest);
  }

  /** Number of draws. */
  public int replicas() {
    return highest.length;
  }

  /** Share of draws, the data themselves counted as one, whose highest score is no lower. */
  public double p(double score) {
    int low = 0;
    int high = highest.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (highest[middle] >= score - SAME) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return (1.0 + highest.length - low) / (highest.length + 1.0);
  }

  /**
   * The same from a Gumbel distribution with the mean and deviation of the draws, for probabilities
   * that are smaller than so many draws can show (Abrams, Kleinman and Kulldorff, Gumbel based
   * p-value approximations for spatial scan statistics, International Journal of Health Geographics
   * 9, 2010); 1 without two different draws.
   */
  public double gumbelP(double score) {
    double mean = Arrays.stream(highest).average().orElse(0);
    double squares = Arrays.stream(highest).map(h -> (h - mean) * (h - mean)).sum();
    if (!(squares > 0)) {
      return 1;
    }
    double scale = Math.sqrt(6 * squares / (highest.length - 1)) / Math.PI;
    double mode = mean - EULER * scale;
    return -Math.expm1(-Math.exp(-(score - mode) / scale));
  }

  /** The score that a share of draws goes above. */
  public double critical(double share) {
    if (highest.length == 0) {
      throw new IllegalStateException("a critical score needs at least one replica, seen none");
    }
    int above = (int) Math.floor(share * highest.length);
    return highest[Math.max(0, highest.length - 1 - above)];
  }
}
