package city.chengmai.ingest.backup;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Table {@code store_restores}: what was restored, and whether the sinks were set back for it. */
final class StoreRestores {

  static final String WAITING = "waiting";
  static final String REWOUND = "rewound";
  static final String OTHER_KAFKA = "other-kafka";
  static final String KAFKA_INSIDE = "kafka-inside";

  private static final String INSERT =
      "INSERT INTO store_restores (restore_id, restored_at, backed_up_at, kafka_cluster, positions,"
          + " state, lost, version) SELECT {id:String}, {restored:DateTime64(3, 'UTC')},"
          + " {made:DateTime64(3, 'UTC')}, {cluster:String}, mapFromArrays({keys:Array(String)},"
          + " {values:Array(Int64)}), {state:String}, 0, 1";
  // Inner, because the new state would stand for the old one in the condition.
  private static final String SETTLE =
      "INSERT INTO store_restores SELECT * REPLACE ({state:String} AS state, {lost:UInt64} AS lost,"
          + " 2 AS version) FROM (SELECT * FROM store_restores FINAL WHERE state = 'waiting')";

  private final ClickHouseClient client;

  StoreRestores(ClickHouseClient client) {
    this.client = client;
  }

  void note(Manifest manifest, Instant now) {
    Bookmarks marks = manifest.bookmarks();
    List<String> keys = List.copyOf(marks.positions().keySet());
    client.execute(
        ClickHouseQuery.of(INSERT)
            .with("id", manifest.id() + "@" + now)
            .with("restored", now)
            .with("made", manifest.madeAt())
            .with("cluster", marks.cluster())
            .with("keys", keys)
            .with("values", keys.stream().map(marks.positions()::get).toList())
            .with("state", marks.kafka() == Bookmarks.Kafka.INSIDE ? KAFKA_INSIDE : WAITING));
  }

  /** The positions that the sinks have to be set back to. */
  Optional<Bookmarks> waiting() {
    return client
        .rows(
            "SELECT kafka_cluster, positions FROM store_restores FINAL WHERE state = 'waiting'"
                + " ORDER BY restored_at DESC LIMIT 1")
        .stream()
        .findFirst()
        .map(StoreRestores::bookmarks);
  }

  void settle(String state, long lost) {
    client.execute(ClickHouseQuery.of(SETTLE).with("state", state).with("lost", lost));
  }

  private static Bookmarks bookmarks(ObjectNode row) {
    Map<String, Long> positions = new HashMap<>();
    row.get("positions")
        .properties()
        .forEach(entry -> positions.put(entry.getKey(), entry.getValue().asLong()));
    return new Bookmarks(Bookmarks.Kafka.APART, row.get("kafka_cluster").asText(), positions);
  }
}
