package city.chengmai.datasets.clickhouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a query cost, as the server told when it began to answer; complete only with the setting
 * {@code wait_end_of_query}.
 *
 * @param readRows rows read
 * @param readBytes bytes read, uncompressed
 * @param memoryBytes memory used
 * @param elapsedNanos time on the server
 */
public record ReadSummary(long readRows, long readBytes, long memoryBytes, long elapsedNanos) {
  static final String HEADER = "X-ClickHouse-Summary";

  private static final ReadSummary UNKNOWN = new ReadSummary(0, 0, 0, 0);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads the header; what is missing counts as 0. */
  static ReadSummary of(String header) {
    try {
      JsonNode figures = JSON.readTree(header);
      return new ReadSummary(
          figures.path("read_rows").asLong(),
          figures.path("read_bytes").asLong(),
          figures.path("memory_usage").asLong(),
          figures.path("elapsed_ns").asLong());
    } catch (JsonProcessingException unreadable) {
      return UNKNOWN;
    }
  }
}
