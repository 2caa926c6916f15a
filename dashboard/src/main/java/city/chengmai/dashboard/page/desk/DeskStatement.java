package city.chengmai.dashboard.page.desk;

import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.clickhouse.FunctionGuard;
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
 * @param payer against whose quota (配额) of the hour it counts
 */
record DeskStatement(String text, Map<String, String> parameters, String payer) {

  private static final String NOBODY = "local";

  DeskStatement {
    parameters = Map.copyOf(parameters);
    payer = payer.isEmpty() ? NOBODY : payer;
  }

  /** Of whoever sits at this machine. */
  DeskStatement(String text, Map<String, String> parameters) {
    this(text, parameters, NOBODY);
  }

  /** The same against the quota of this account, endpoint or schedule. */
  DeskStatement paidBy(String other) {
    return new DeskStatement(text, parameters, other);
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
    ClickHouseQuery query = ClickHouseQuery.of(text).setting(FunctionGuard.QUOTA_KEY, payer);
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
