package city.chengmai.datasets.clickhouse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One statement with its parameters. Immutable; each method returns a copy.
 *
 * @param sql text with placeholders of the form <code>{name:Type}</code>
 * @param parameters values of the placeholders: text, numbers, booleans, {@code Instant}, {@code
 *     LocalDate}, collections of these
 * @param settings ClickHouse settings of this statement alone
 * @param id query id for {@code system.processes} and KILL QUERY, when the caller chooses it
 */
public record ClickHouseQuery(
    String sql, Map<String, String> parameters, Map<String, String> settings, Optional<String> id) {
  public ClickHouseQuery {
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(id, "id");
    parameters = Map.copyOf(parameters);
    settings = Map.copyOf(settings);
  }

  /** A statement without parameters. */
  public static ClickHouseQuery of(String sql) {
    return new ClickHouseQuery(sql, Map.of(), Map.of(), Optional.empty());
  }

  /** Gives a placeholder its value; null is the SQL NULL. */
  public ClickHouseQuery with(String name, Object value) {
    return new ClickHouseQuery(sql, plus(parameters, name, ParameterText.of(value)), settings, id);
  }

  /** Sets a ClickHouse setting for this statement. */
  public ClickHouseQuery setting(String name, Object value) {
    return new ClickHouseQuery(sql, parameters, plus(settings, name, String.valueOf(value)), id);
  }

  /** Names the query. */
  public ClickHouseQuery withId(String queryId) {
    return new ClickHouseQuery(sql, parameters, settings, Optional.of(queryId));
  }

  private static Map<String, String> plus(Map<String, String> map, String name, String value) {
    Map<String, String> copy = new LinkedHashMap<>(map);
    copy.put(Objects.requireNonNull(name, "name"), value);
    return copy;
  }
}
