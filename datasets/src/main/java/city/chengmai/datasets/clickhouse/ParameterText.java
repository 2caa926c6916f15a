package city.chengmai.datasets.clickhouse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a parameter value is written for the server: tab-separated escaping, times in UTC. */
final class ParameterText {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ParameterText() {}

  static String of(Object value) {
    if (value == null) {
      return "\\N";
    }
    if (value instanceof Collection<?> items) {
      return items.stream().map(ParameterText::element).collect(Collectors.joining(",", "[", "]"));
    }
    return escape(plain(value));
  }

  private static String element(Object value) {
    if (value == null) {
      return "NULL";
    }
    if (value instanceof Number || value instanceof Boolean) {
      return plain(value);
    }
    // Escaped once for the quoted element; the server reads array text without the outer escaping.
    return "'" + escape(plain(value)).replace("'", "\\'") + "'";
  }

  private static String plain(Object value) {
    if (value instanceof Instant moment) {
      return MOMENT.format(moment);
    }
    if (value instanceof CharSequence
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Enum<?>
        || value instanceof LocalDate) {
      return value.toString();
    }
    throw new IllegalArgumentException(
        "value: no parameter text for " + value.getClass().getName());
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\0", "\\0");
  }
}
