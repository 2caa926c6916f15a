package city.chengmai.ingest.board;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.clickhouse.InsertBlock;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Writes table {@code ingest_states}; the row of an end replaces that of the beginning. */
final class DisturbanceTable {

  private static final String END_OPEN_ONES =
      "INSERT INTO ingest_states SELECT part, instance, since, {now:DateTime64(3, 'UTC')}, state,"
          + " reason, 2 FROM ingest_states FINAL WHERE instance = {instance:String} AND until IS"
          + " NULL";

  private final ClickHouseClient client;
  private final String instance;

  DisturbanceTable(ClickHouseClient client, String instance) {
    this.client = client;
    this.instance = instance;
  }

  /** Ends what a process of this instance that was killed has left open. */
  void endOpenOnes(Instant now) {
    client.execute(ClickHouseQuery.of(END_OPEN_ONES).with("now", now).with("instance", instance));
  }

  void write(Disturbance disturbance) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("part", disturbance.part()).put("instance", instance);
    row.put("since", seconds(disturbance.since()));
    row.put("until", disturbance.until() == null ? null : seconds(disturbance.until()));
    row.put("state", disturbance.state()).put("reason", disturbance.reason());
    row.put("version", disturbance.until() == null ? 1 : 2);
    byte[] line = row.toString().getBytes(StandardCharsets.UTF_8);
    client.insert(InsertBlock.of("ingest_states", List.of(), "JSONEachRow", line));
  }

  // Seconds with a fraction, as DateTime64 reads them.
  private static String seconds(Instant instant) {
    long millis = instant.toEpochMilli();
    return millis / 1_000 + "." + String.format(Locale.ROOT, "%03d", millis % 1_000);
  }
}
