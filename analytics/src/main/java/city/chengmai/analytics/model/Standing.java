package city.chengmai.analytics.model;

/**
 * Where a score stands among its peers.
 *
 * @param rank 1 is best; equal scores share the better rank
 * @param quartile 1 is the best quarter
 * @param peers areas of the group with a score
 */
public record Standing(int rank, int quartile, int peers) {

  /** The standing of a score among all scores of the group, its own included. */
  static Standing of(double score, double[] group) {
    int better = 0;
    for (double other : group) {
      if (other > score) {
        better++;
      }
    }
    return new Standing(better + 1, 1 + 4 * better / group.length, group.length);
  }
}
