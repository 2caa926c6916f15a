package city.chengmai.dashboard.page.desk;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.StoreException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tables and columns with their comments, those that the analyst may read; read once every five
 * minutes, so that completion costs the server nothing. Thread-safe, blocking.
 */
final class SchemaSnapshot {

  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final String QUESTION =
      """
      SELECT c.table AS table, t.comment AS table_comment, c.name AS name, c.type AS type,
             c.comment AS comment
      FROM system.columns AS c
      INNER JOIN system.tables AS t ON t.database = c.database AND t.name = c.table
      WHERE c.database = currentDatabase() AND c.table NOT LIKE '.%' AND c.table NOT LIKE 'schema\\_%'
      ORDER BY c.table, c.position
      """;

  /**
   * A column.
   *
   * @param name as in SQL
   * @param type ClickHouse type
   * @param comment what it holds
   */
  public record Column(String name, String type, String comment) {}

  /**
   * A table.
   *
   * @param name as in SQL
   * @param comment what it holds
   * @param columns in order
   */
  public record Table(String name, String comment, List<Column> columns) {}

  private final ClickHouseClient client;
  private final InstantSource clock;
  private List<Table> tables = List.of();
  private Instant readAt = Instant.MIN;

  SchemaSnapshot(ClickHouseClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  /** All tables; the last known ones are read again when they are old. */
  synchronized List<Table> tables() {
    Instant now = clock.instant();
    if (tables.isEmpty() || readAt.plus(FRESH).isBefore(now)) {
      tables = latest();
      readAt = now;
    }
    return tables;
  }

  /** While the analyst's queries are all taken, what was known before will do. */
  private List<Table> latest() {
    try {
      return read();
    } catch (StoreException busy) {
      if (tables.isEmpty()) {
        throw busy;
      }
      return tables;
    }
  }

  private List<Table> read() {
    Map<String, Table> byName = new LinkedHashMap<>();
    for (ObjectNode row : client.rows(QUESTION)) {
      String name = row.get("table").asText();
      byName
          .computeIfAbsent(
              name, key -> new Table(key, row.get("table_comment").asText(), new ArrayList<>()))
          .columns()
          .add(
              new Column(
                  row.get("name").asText(), row.get("type").asText(), row.get("comment").asText()));
    }
    return List.copyOf(byName.values());
  }
}
