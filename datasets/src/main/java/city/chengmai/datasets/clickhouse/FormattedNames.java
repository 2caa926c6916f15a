package city.chengmai.datasets.clickhouse;

import java.util.ArrayList;
import java.util.List;

/**
 * The words and quoted names of a statement as the server formats it: on one line, without
 * comments, texts in single quotes, names that need it in back quotes.
 */
final class FormattedNames {
  private final String text;
  private final List<String> names = new ArrayList<>();
  private int position;

  private FormattedNames(String text) {
    this.text = text;
  }

  /** All of them in order; a text literal has no part in it. */
  static List<String> of(String formatted) {
    FormattedNames reading = new FormattedNames(formatted);
    while (reading.position < formatted.length()) {
      reading.step();
    }
    return reading.names;
  }

  private void step() {
    char first = text.charAt(position);
    if (first == '\'' || first == '`') {
      String quoted = quoted(first);
      if (first == '`') {
        names.add(quoted);
      }
    } else if (isWordPart(first)) {
      int start = position;
      while (position < text.length() && isWordPart(text.charAt(position))) {
        position++;
      }
      names.add(text.substring(start, position));
    } else {
      position++;
    }
  }

  private String quoted(char quote) {
    StringBuilder content = new StringBuilder();
    position++;
    while (position < text.length() && text.charAt(position) != quote) {
      if (text.charAt(position) == '\\') {
        position++;
      }
      if (position < text.length()) {
        content.append(text.charAt(position++));
      }
    }
    position++;
    return content.toString();
  }

  private static boolean isWordPart(char c) {
    return c == '_' || c == '$' || Character.isLetterOrDigit(c);
  }
}
