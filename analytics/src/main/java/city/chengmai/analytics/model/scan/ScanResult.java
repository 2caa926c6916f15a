package city.chengmai.analytics.model.scan;

import java.util.List;
import java.util.Objects;

/**
 * What a scan found.
 *
 * @param clusters highest score first, without a place in common
 * @param significance of the draws
 * @param zones number of different sets of places looked at
 */
public record ScanResult(List<Cluster> clusters, Significance significance, int zones) {

  /** Keeps a copy of the clusters. */
  public ScanResult {
    clusters = List.copyOf(clusters);
    Objects.requireNonNull(significance, "significance");
  }
}
