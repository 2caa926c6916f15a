package city.chengmai.dashboard.query;

import static java.util.Objects.requireNonNull;

import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the SQL files with the reading user and maps rows to records: a column {@code due_at} fills
 * the component {@code dueAt}. Blocking and thread-safe. Failures are the client's.
 */
public final class Store {

  private static final ObjectMapper ROWS =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addDeserializer(Instant.class, new UtcMoment()))
          .build();

  private static final String SERVER_LIMIT = "max_execution_time";

  private final ClickHouseClient client;
  private final Optional<Duration> patience;

  /** A store behind this client, which the caller closes. */
  public Store(ClickHouseClient client) {
    this(client, Optional.empty());
  }

  private Store(ClickHouseClient client, Optional<Duration> patience) {
    this.client = requireNonNull(client, "client");
    this.patience = patience;
  }

  /**
   * The same store for questions that others stand and wait for: what takes longer than this fails,
   * also where the server accepts the question and hangs (then ten seconds later).
   */
  public Store within(Duration longest) {
    return new Store(client, Optional.of(longest));
  }

  /**
   * All rows that a question has.
   *
   * @param question name of the SQL file, without ending
   * @param row record of a row
   * @param parameters values of its placeholders
   */
  public <T> List<T> rows(String question, Class<T> row, Map<String, ?> parameters) {
    ClickHouseQuery query = ClickHouseQuery.of(SqlFile.read(question));
    for (Map.Entry<String, ?> parameter : parameters.entrySet()) {
      query = query.with(parameter.getKey(), parameter.getValue());
    }
    if (patience.isPresent()) {
      query = query.setting(SERVER_LIMIT, patience.get().toSeconds());
    }
    return client.rows(query).stream().map(values -> map(question, row, values)).toList();
  }

  /** The first row, if the question has one. */
  public <T> Optional<T> row(String question, Class<T> row, Map<String, ?> parameters) {
    return rows(question, row, parameters).stream().findFirst();
  }

  /** The version of the server; throws when it does not answer. */
  public String version() {
    return client.scalar("SELECT version()");
  }

  private static <T> T map(String question, Class<T> row, ObjectNode values) {
    try {
      return ROWS.treeToValue(values, row);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "query "
              + question
              + ": a row does not fit "
              + row.getSimpleName()
              + ": "
              + e.getOriginalMessage(),
          e);
    }
  }
}
