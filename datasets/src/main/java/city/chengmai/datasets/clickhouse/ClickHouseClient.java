package city.chengmai.datasets.clickhouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Asks a ClickHouse server over its HTTP interface. Thread-safe; opens no connection until asked.
 * Every fault is a {@link StoreException}.
 */
public final class ClickHouseClient implements AutoCloseable {
  private final ClickHouseEndpoint endpoint;
  private final HttpExchange exchange;

  /** A client of one endpoint. */
  public ClickHouseClient(ClickHouseEndpoint endpoint) {
    this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
    this.exchange = new HttpExchange(endpoint);
  }

  /** Whom it asks, and as whom. */
  public ClickHouseEndpoint endpoint() {
    return endpoint;
  }

  /** Runs a statement whose result does not matter: DDL, ALTER, KILL. Never sent twice. */
  public void execute(ClickHouseQuery query) {
    exchange.text(exchange.statement(query, "Null"), attempted(query));
  }

  /** Runs a statement without parameters, see {@link #execute(ClickHouseQuery)}. */
  public void execute(String sql) {
    execute(ClickHouseQuery.of(sql));
  }

  /** All rows as JSON objects keyed by column name; for results that fit in memory. */
  public List<ObjectNode> rows(ClickHouseQuery query) {
    List<ObjectNode> rows = new ArrayList<>();
    each(query, rows::add);
    return rows;
  }

  /** Hands over each row as a JSON object keyed by column name, as it arrives. */
  public void each(ClickHouseQuery query, Consumer<ObjectNode> reader) {
    try (RowStream stream = stream(query)) {
      List<RowStream.Column> columns = stream.columns();
      while (stream.hasNext()) {
        JsonNode values = stream.next();
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
          row.set(columns.get(i).name(), values.get(i));
        }
        reader.accept(row);
      }
    }
  }

  /** All rows of a query without parameters, see {@link #rows(ClickHouseQuery)}. */
  public List<ObjectNode> rows(String sql) {
    return rows(ClickHouseQuery.of(sql));
  }

  /** Rows as they arrive; the caller closes the stream. */
  public RowStream stream(ClickHouseQuery query) {
    return stream(query, AnswerLimit.of(query));
  }

  private RowStream stream(ClickHouseQuery query, Duration limit) {
    return new RowStream(
        exchange.body(
            exchange.statement(query, RowStream.FORMAT, limit), RowStream.FORMAT, attempted(query)),
        attempted(query));
  }

  /**
   * The result in a ClickHouse output format (CSVWithNames, Parquet, …), byte by byte. Reading it
   * throws {@link StoreException} when the query fails half-way. The caller closes it.
   */
  public InputStream body(ClickHouseQuery query, String format) {
    return exchange.body(exchange.statement(query, format), format, attempted(query));
  }

  /** The first column of the only row, as text; for counts and versions. */
  public String scalar(ClickHouseQuery query) {
    return scalar(query, AnswerLimit.of(query));
  }

  private String scalar(ClickHouseQuery query, Duration limit) {
    try (RowStream stream = stream(query, limit)) {
      if (!stream.hasNext()) {
        throw new StoreException(
            ErrorCategory.BAD_INPUT, attempted(query) + ": expected one row, got none");
      }
      return stream.next().get(0).asText();
    }
  }

  /** The first column of the only row of a query without parameters. */
  public String scalar(String sql) {
    return scalar(ClickHouseQuery.of(sql));
  }

  /** Inserts prepared bytes, see {@link InsertBlock}; returns when the server has the rows. */
  public void insert(InsertBlock block) {
    Map<String, String> query = new LinkedHashMap<>(block.settings());
    query.put("query", block.sql());
    exchange.text(exchange.insert(query, block), "insert into " + block.table());
  }

  /** How the server is, asked with this endpoint's user; answers within seconds. Never throws. */
  public Health health() {
    try {
      return scalar(ClickHouseQuery.of("SELECT 1"), AnswerLimit.HEALTH).equals("1")
          ? Health.UP
          : Health.down("ClickHouse cannot count").because("store-wrong-answer");
    } catch (StoreException fault) {
      return Health.down(fault.getMessage()).because(fault.category().wireName());
    }
  }

  /** Waits for nothing: requests under way end on their own. */
  @Override
  public void close() {
    exchange.close();
  }

  private static String attempted(ClickHouseQuery query) {
    String line = query.sql().strip().replaceAll("\\s+", " ");
    return "query "
        + query.id().map(id -> id + " ").orElse("")
        + "("
        + (line.length() <= 80 ? line : line.substring(0, 80) + "…")
        + ")";
  }
}
