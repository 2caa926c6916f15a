package city.chengmai.analytics.model.alert;

import java.io.Serializable;
import java.util.List;

/**
 * A cluster of cases of one category that lasted until a day.
 *
 * @param category of the cases
 * @param day last day, in days since 1970-01-01
 * @param firstDay first day
 * @param longitude of the middle, degrees
 * @param latitude of the middle, degrees
 * @param radius in metres, the outermost cells included
 * @param cells names of the cells inside, sorted
 * @param grids of the cases, most cases first
 * @param cases ids, sorted
 * @param expected cases without a cluster
 * @param score log-likelihood ratio
 * @param p probability of so high a score anywhere by chance
 */
public record FoundCluster(
    String category,
    int day,
    int firstDay,
    double longitude,
    double latitude,
    double radius,
    List<String> cells,
    List<String> grids,
    List<String> cases,
    double expected,
    double score,
    double p)
    implements Serializable {

  /** Daily scans in which chance makes one such cluster (重现期). */
  public double recurrenceDays() {
    return 1 / p;
  }
}
