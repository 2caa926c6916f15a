package city.chengmai.analytics.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The SQL files beside the jobs. Spark's JDBC source takes a query without parameters, so names in
 * double braces are replaced by text; values are zones, numbers and moments made here, never input.
 */
final class QueryText {

  private QueryText() {}

  static String of(String file, Map<String, String> values) {
    String text = read(file);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    if (text.contains("{{")) {
      throw new IllegalArgumentException(
          file + " has a placeholder without a value among " + values.keySet());
    }
    return text;
  }

  /** Text within single quotes. */
  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** The text of a file, its placeholders as they are. */
  static String read(String file) {
    try (InputStream in = QueryText.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException(file + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }
}
