package city.chengmai.analytics.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.Partitioner;

/**
 * Neighbours of the catalogue in one partition, at most so many partitions: an indicator's running
 * sums stay in one task, and as the tables are sorted by indicator, what is stored of a partition
 * lies together.
 */
final class ByIndicator extends Partitioner {

  private static final long serialVersionUID = 1L;

  private final HashMap<String, Integer> partitions = new HashMap<>();
  private final int count;

  ByIndicator(List<String> indicators, int most) {
    this.count = Math.max(1, Math.min(most, indicators.size()));
    for (int i = 0; i < indicators.size(); i++) {
      partitions.put(indicators.get(i), i * count / indicators.size());
    }
  }

  @Override
  public int numPartitions() {
    return count;
  }

  @Override
  public int getPartition(Object indicator) {
    return partitions.get(indicator);
  }

  /** Whether an id is of the catalogue. */
  boolean knows(String indicator) {
    return partitions.containsKey(indicator);
  }

  /** The ids of a partition. */
  List<String> indicators(int partition) {
    return partitions.entrySet().stream()
        .filter(entry -> entry.getValue() == partition)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByIndicator that && partitions.equals(that.partitions);
  }

  @Override
  public int hashCode() {
    return partitions.hashCode();
  }
}
