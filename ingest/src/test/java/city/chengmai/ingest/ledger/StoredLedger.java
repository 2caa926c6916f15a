package city.chengmai.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Reads from ClickHouse what the ledger says it holds, and compares key by key. */
final class StoredLedger {

  private final ClickHouseClient client;

  StoredLedger(ClickHouseClient client) {
    this.client = client;
  }

  void requireEqual(Ledger ledger) {
    assertThat(number("SELECT count() FROM events")).as("events").isEqualTo(ledger.accepted);
    assertThat(number("SELECT uniqExact(source, id) FROM event_revisions"))
        .as("identities with revisions")
        .isEqualTo(ledger.revisedIdentities);
    assertThat(number("SELECT count() FROM event_revisions"))
        .as("contents of revised events")
        .isEqualTo(ledger.revisedIdentities + ledger.revisions);
    assertThat(texts("SELECT reason AS k, toString(count()) AS v FROM dead_letters GROUP BY k"))
        .as("dead letters by reason")
        .isEqualTo(counts(ledger.deadLetters));
    same("events", ledger.events, EVENTS);
    same("observations", ledger.observations, OBSERVATIONS);
    requireSame("cases", ledger.cases, texts(CASES));
    requireSame("orders", ledger.orders, texts(ORDERS));
    requireSame("rounds", ledger.rounds, texts(ROUNDS));
  }

  /** Accepted events that are not stored, by source, type and grid. */
  long lost(Ledger ledger) {
    return differences(ledger).filter(difference -> difference > 0).sum();
  }

  /** Stored rows beyond the accepted events, by source, type and grid. */
  long doubled(Ledger ledger) {
    return -differences(ledger).filter(difference -> difference < 0).sum();
  }

  private LongStream differences(Ledger ledger) {
    Map<String, Long> stored = new TreeMap<>();
    texts(EVENTS).forEach((key, line) -> stored.put(key, Long.valueOf(line.split(",", -1)[0])));
    TreeSet<String> keys = new TreeSet<>(ledger.events.keySet());
    keys.addAll(stored.keySet());
    return keys.stream()
        .mapToLong(
            key -> ledger.events.getOrDefault(key, new long[2])[0] - stored.getOrDefault(key, 0L));
  }

  private static final String EVENTS =
      "SELECT substring(type, 9) || '|' || grid AS k, toString(count()) || ',' ||"
          + " toString(sum(toUnixTimestamp(occurred_at))) AS v FROM events GROUP BY k";
  private static final String OBSERVATIONS =
      "SELECT device_id || '|' || grid || '|' || toString(toDate(observed_at)) AS k,"
          + " toString(count()) || ',' || toString(toInt64(sum(value))) AS v FROM observations"
          + " GROUP BY k";
  private static final String CASES =
      "SELECT case_id AS k, arrayStringConcat([grid, category, unit, stage,"
          + moment("reported_at")
          + ","
          + moment("disposed_at")
          + ","
          + moment("closed_at")
          + ", arrayStringConcat(arrayMap(n -> toString(n), [returns, reworks, extensions,"
          + " suspensions]), ','), toString(reopenings), toString(version)], '|') AS v FROM cases";
  private static final String ORDERS =
      "SELECT order_id AS k, arrayStringConcat([grid, category,"
          + moment("first_contacted_at")
          + ","
          + moment("replied_at")
          + ", outcome, toString(version)], '|') AS v FROM hotline_orders";
  private static final String ROUNDS =
      "SELECT round_id AS k, arrayStringConcat([grid,"
          + moment("completed_at")
          + ", toString(findings), toString(version)], '|') AS v FROM patrol_rounds";

  private static String moment(String column) {
    return " ifNull(toString(toUnixTimestamp(" + column + ")), '-')";
  }

  private void same(String name, Map<String, long[]> sums, String sql) {
    TreeMap<String, String> expected = new TreeMap<>();
    sums.forEach((key, sum) -> expected.put(key, sum[0] + "," + sum[1]));
    requireSame(name, expected, texts(sql));
  }

  // Of a difference, the keys that differ; both maps in full would be megabytes.
  private static void requireSame(
      String name, Map<String, String> expected, Map<String, String> found) {
    TreeMap<String, String> different = new TreeMap<>();
    expected.forEach(
        (key, line) -> {
          String seen = found.get(key);
          if (!line.equals(seen) && different.size() < 20) {
            different.put(key, "expected " + line + ", stored " + seen);
          }
        });
    assertThat(different).as(name).isEmpty();
    assertThat(found).as(name).hasSameSizeAs(expected);
  }

  private static Map<String, String> counts(Map<String, Long> counts) {
    TreeMap<String, String> texts = new TreeMap<>();
    counts.forEach((key, count) -> texts.put(key, Long.toString(count)));
    return texts;
  }

  private Map<String, String> texts(String sql) {
    TreeMap<String, String> texts = new TreeMap<>();
    for (ObjectNode row : client.rows(sql)) {
      texts.put(row.get("k").asText(), row.get("v").asText());
    }
    return texts;
  }

  private long number(String sql) {
    return Long.parseLong(client.scalar(sql));
  }
}
