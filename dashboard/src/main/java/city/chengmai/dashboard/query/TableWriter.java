package city.chengmai.dashboard.query;

import static java.util.Objects.requireNonNull;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.InsertBlock;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes rows as the writing user: what people did, and what was told to others. Blocking and
 * thread-safe; returns when the server has the rows. Failures are the client's.
 */
public final class TableWriter {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ClickHouseClient client;

  /** Writes through this client, which the caller closes. */
  public TableWriter(ClickHouseClient client) {
    this.client = requireNonNull(client, "client");
  }

  /** Inserts rows of column names and values; moments are written in UTC. */
  public void insert(String table, List<Map<String, Object>> rows) {
    String text = rows.stream().map(TableWriter::line).collect(Collectors.joining("\n"));
    client.insert(
        InsertBlock.of(table, List.of(), "JSONEachRow", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String line(Map<String, Object> row) {
    Map<String, Object> values = new LinkedHashMap<>();
    row.forEach(
        (name, value) -> values.put(name, value instanceof Instant at ? MOMENT.format(at) : value));
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a row is no JSON: " + e.getOriginalMessage(), e);
    }
  }
}
