package city.chengmai.ingest.ledger;

import java.util.Map;
import java.util.TreeMap;

/**
 * What ClickHouse has to hold in the end, kept beside the generator and not by any code of the
 * pipeline: one line a key.
 */
final class Ledger {

  /** Of accepted events, by source, type and grid: count and sum of seconds. */
  final Map<String, long[]> events = new TreeMap<>();

  /** Of each case: its row in short. */
  final Map<String, String> cases = new TreeMap<>();

  /** Of readings, by device, grid and day: count and sum of values. */
  final Map<String, long[]> observations = new TreeMap<>();

  /** Of each order: its row in short. */
  final Map<String, String> orders = new TreeMap<>();

  /** Of each round: its row in short. */
  final Map<String, String> rounds = new TreeMap<>();

  /** Of refused events and of contents that were taken as revisions, by reason. */
  final Map<String, Long> deadLetters = new TreeMap<>();

  long accepted;
  long revisedIdentities;
  long revisions;

  void event(String type, String grid, long seconds) {
    accepted++;
    add(events, type + "|" + grid, seconds);
  }

  void reading(String device, String grid, String day, long value) {
    add(observations, device + "|" + grid + "|" + day, value);
  }

  void refused(String reason) {
    deadLetters.merge(reason, 1L, Long::sum);
  }

  private static void add(Map<String, long[]> sums, String key, long value) {
    long[] sum = sums.computeIfAbsent(key, k -> new long[2]);
    sum[0]++;
    sum[1] += value;
  }
}
