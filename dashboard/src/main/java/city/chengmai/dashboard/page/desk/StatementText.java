package city.chengmai.dashboard.page.desk;

/**
 * The text an analyst sent, looked at just closely enough to count statements: comments and
 * quotations are skipped, since a semicolon there separates nothing.
 */
final class StatementText {

  private final String text;
  private int position;

  private StatementText(String text) {
    this.text = text;
  }

  /** The statements in the text, 0 when it is empty or only comments. */
  static int count(String text) {
    return new StatementText(text).count();
  }

  private int count() {
    int statements = 0;
    boolean inside = false;
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == ';') {
        inside = false;
        position++;
      } else if (Character.isWhitespace(c)) {
        position++;
      } else if (!skipComment()) {
        statements += inside ? 0 : 1;
        inside = true;
        skipToken(c);
      }
    }
    return statements;
  }

  private boolean skipComment() {
    if (text.startsWith("--", position)
        || text.startsWith("# ", position)
        || text.startsWith("#!", position)) {
      skipPast("\n");
      return true;
    }
    if (text.startsWith("/*", position)) {
      position += 2;
      skipPast("*/");
      return true;
    }
    return false;
  }

  private void skipToken(char first) {
    if (first == '\'' || first == '"' || first == '`') {
      skipQuotation(first);
    } else if (first == '$') {
      skipHereDocument();
    } else {
      position++;
    }
  }

  private void skipQuotation(char quote) {
    position++;
    while (position < text.length() && text.charAt(position) != quote) {
      position += text.charAt(position) == '\\' ? 2 : 1;
    }
    position++;
  }

  /** {@code $tag$ anything $tag$}; a lone dollar is an ordinary character. */
  private void skipHereDocument() {
    int end = position + 1;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    if (end < text.length() && text.charAt(end) == '$') {
      String tag = text.substring(position, end + 1);
      position = end + 1;
      skipPast(tag);
    } else {
      position++;
    }
  }

  private static boolean isWordPart(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private void skipPast(String end) {
    int found = text.indexOf(end, position);
    position = found < 0 ? text.length() : found + end.length();
  }
}
