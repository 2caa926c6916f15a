package city.chengmai.datasets.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a migration into statements; semicolons in quotes and comments do not count. */
final class SqlScript {
  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?:[^'\\\\]|\\\\.|'')*'|`(?:[^`\\\\]|\\\\.)*`|\"(?:[^\"\\\\]|\\\\.)*\"|--[^\n]*"
              + "|/\\*.*?\\*/|;",
          Pattern.DOTALL);

  private SqlScript() {}

  static List<String> statements(String script) {
    List<String> statements = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    Matcher matcher = TOKEN.matcher(script);
    int from = 0;
    while (matcher.find()) {
      String token = matcher.group();
      boolean comment = token.startsWith("--") || token.startsWith("/*");
      current
          .append(script, from, matcher.start())
          .append(comment || token.equals(";") ? "" : token);
      from = matcher.end();
      if (token.equals(";")) {
        add(statements, current);
      }
    }
    current.append(script.substring(from));
    add(statements, current);
    return statements;
  }

  private static void add(List<String> statements, StringBuilder current) {
    String statement = current.toString().strip();
    current.setLength(0);
    if (!statement.isEmpty()) {
      statements.add(statement);
    }
  }
}
