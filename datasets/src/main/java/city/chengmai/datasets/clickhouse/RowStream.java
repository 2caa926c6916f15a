package city.chengmai.datasets.clickhouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Rows of a result, read as they arrive; each row is a JSON array in the order of {@link
 * #columns()}. Single-threaded; close it, early if you like: the server then stops the query.
 */
public final class RowStream implements Iterator<JsonNode>, AutoCloseable {
  /** A result column with its ClickHouse type. */
  public record Column(String name, String type) {}

  static final String FORMAT = "JSONCompactEachRowWithNamesAndTypes";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final BufferedReader reader;
  private final String attempted;
  private final ReadSummary summary;
  private final List<Column> columns = new ArrayList<>();
  private String next;

  RowStream(ResultBody body, String attempted) {
    this.reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8), 1 << 16);
    this.attempted = attempted;
    this.summary = body.summary();
    this.next = line();
    if (next != null) {
      JsonNode names = next();
      JsonNode types = next();
      for (int i = 0; i < names.size(); i++) {
        columns.add(new Column(names.get(i).asText(), types.get(i).asText()));
      }
    }
  }

  /** Name and type of each column; empty for a statement without a result. */
  public List<Column> columns() {
    return List.copyOf(columns);
  }

  /** What the query cost, see {@link ReadSummary}. */
  public ReadSummary summary() {
    return summary;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public JsonNode next() {
    if (next == null) {
      throw new NoSuchElementException("no more rows");
    }
    String current = next;
    next = line();
    try {
      return JSON.readTree(current);
    } catch (JsonProcessingException unreadable) {
      throw new StoreException(
          ErrorCategory.DEFECT, attempted + ": a row of the result is not JSON", unreadable);
    }
  }

  private String line() {
    try {
      String line = reader.readLine();
      while (line != null && line.isEmpty()) {
        line = reader.readLine();
      }
      if (line != null && line.startsWith(ServerError.MARKER)) {
        throw ServerError.of(attempted, 500, rest());
      }
      return line;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private String rest() throws IOException {
    StringBuilder text = new StringBuilder();
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        text.append(line).append('\n');
      }
    } catch (StoreException reason) {
      return text.isEmpty() ? reason.getMessage() : text.toString();
    }
    return text.toString();
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException | StoreException alreadyBroken) {
      next = null;
    }
  }
}
