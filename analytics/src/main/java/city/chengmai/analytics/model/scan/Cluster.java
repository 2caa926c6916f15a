package city.chengmai.analytics.model.scan;

import java.util.List;

/**
 * A place and a time with more cases than expected.
 *
 * @param centre the place in the middle
 * @param places all places, by distance from the centre
 * @param radius distance of the outermost, in the unit of the distance
 * @param firstDay number of the first day, as in the occurrences
 * @param lastDay number of the last day, included
 * @param cases observed
 * @param expected without a cluster
 * @param score log-likelihood ratio
 * @param p probability of so high a score anywhere without any cluster, by simulation
 * @param gumbelP the same by a fitted distribution
 */
public record Cluster(
    Place centre,
    List<Place> places,
    double radius,
    int firstDay,
    int lastDay,
    long cases,
    double expected,
    double score,
    double p,
    double gumbelP) {

  /** Keeps a copy of the places. */
  public Cluster {
    places = List.copyOf(places);
  }

  /** Number of analyses, one a day, in which chance alone makes one such cluster (重现期). */
  public double recurrenceInterval() {
    return 1 / p;
  }
}
