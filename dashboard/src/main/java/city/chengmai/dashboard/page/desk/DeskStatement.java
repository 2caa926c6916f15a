package city.chengmai.dashboard.page.desk;

import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an analyst asks: a text and the values of its placeholders <code>{name:Type}</code>, which
 * the server reads as values and never as SQL.
 *
 * @param text the statement
 * @param parameters values by name, as typed
 */
record DeskStatement(String text, Map<String, String> parameters) {

  DeskStatement {
    parameters = Map.copyOf(parameters);
  }

  /** A statement without placeholders. */
  static DeskStatement of(String text) {
    return new DeskStatement(text, Map.of());
  }

  /**
   * As the page sends it: {@code {"statement": "…", "parameters": {"name": "value"}}}.
   *
   * @throws ClassCastException when it has another shape
   */
  static DeskStatement from(JsonObject asked) {
    Map<String, String> parameters = new LinkedHashMap<>();
    JsonObject given = asked.getJsonObject("parameters", new JsonObject());
    given.fieldNames().forEach(name -> parameters.put(name, given.getString(name, "")));
    return new DeskStatement(asked.getString("statement", ""), parameters);
  }

  ClickHouseQuery query() {
    ClickHouseQuery query = ClickHouseQuery.of(text);
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      query = query.with(parameter.getKey(), parameter.getValue());
    }
    return query;
  }

  /** As the audit log keeps it: the text, and the values of its placeholders by name. */
  String audited() {
    return parameters.isEmpty() ? text : text + "\n" + new TreeMap<>(parameters);
  }
}
