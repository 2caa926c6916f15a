package city.chengmai.datasets.clickhouse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Refuses functions that reach outside the database. The embedded engine guards the table function
 * file() by a grant but lets everybody call the scalar one, on any path: text written by a person
 * is checked here before it runs. The server itself parses the text, so no quoting hides a call.
 */
public final class FunctionGuard {
  private static final Set<String> REFUSED = Set.of("file", "catboostevaluate");
  private static final String FUNCTION = "Function ";

  private FunctionGuard() {}

  /**
   * Checks one statement without running it.
   *
   * @throws StoreException (STORE_REFUSED) when it calls a refused function or cannot be parsed
   */
  public static void require(ClickHouseClient client, ClickHouseQuery query) {
    ClickHouseQuery explain =
        new ClickHouseQuery("EXPLAIN AST " + query.sql(), query.parameters(), Map.of(), query.id());
    for (ObjectNode row : client.rows(explain)) {
      String node = row.path("explain").asText().strip();
      if (node.startsWith(FUNCTION) && REFUSED.contains(name(node))) {
        throw new StoreException(
            ErrorCategory.STORE_REFUSED,
            "the function " + name(node) + "() reads files of the server and is not allowed here");
      }
    }
  }

  private static String name(String node) {
    String rest = node.substring(FUNCTION.length());
    int end = rest.indexOf(' ');
    return (end < 0 ? rest : rest.substring(0, end)).toLowerCase(Locale.ROOT);
  }
}
