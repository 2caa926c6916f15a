package city.chengmai.ingest.privacy;

import java.util.Collection;

/**
 * Finds a known value in a text however it is spelled: letter case, full width, blanks and the
 * separators of telephone numbers make no difference. A value that begins or ends with a Latin
 * letter or a digit must stand alone there.
 */
final class Occurrences {

  /** Shorter values would be found everywhere. */
  static final int SHORTEST = 2;

  private Occurrences() {}

  /** The text with every occurrence replaced. */
  static String mask(String text, Collection<String> known) {
    String masked = text;
    for (String value : known) {
      masked = mask(masked, value);
    }
    return masked;
  }

  /** Whether one of the values occurs. */
  static boolean in(String text, Collection<String> known) {
    for (String value : known) {
      for (int start = 0; start < text.length(); start++) {
        if (end(text, start, value) >= 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static String mask(String text, String value) {
    StringBuilder masked = null;
    int copied = 0;
    for (int start = 0; start < text.length(); start++) {
      int end = end(text, start, value);
      if (end >= 0) {
        masked = masked == null ? new StringBuilder(text.length()) : masked;
        masked.append(text, copied, start).append("[person]");
        copied = end;
        start = end - 1;
      }
    }
    return masked == null ? text : masked.append(text, copied, text.length()).toString();
  }

  /** Where the value that begins here ends, -1 when another text begins here. */
  private static int end(String text, int start, String value) {
    int at = start;
    boolean begun = false;
    for (int i = 0; i < value.length(); i++) {
      char wanted = fold(value.charAt(i));
      if (isGap(wanted)) {
        continue;
      }
      while (begun && at < text.length() && isGap(text.charAt(at))) {
        at++;
      }
      if (at == text.length() || fold(text.charAt(at)) != wanted) {
        return -1;
      }
      begun = true;
      at++;
    }
    boolean alone = begun && !joined(text, start - 1, start) && !joined(text, at - 1, at);
    return alone ? at : -1;
  }

  private static boolean joined(String text, int left, int right) {
    return left >= 0
        && right < text.length()
        && sort(fold(text.charAt(left))) != 0
        && sort(fold(text.charAt(left))) == sort(fold(text.charAt(right)));
  }

  /** 1 for a Latin letter, 2 for a digit, else 0. */
  private static int sort(char c) {
    return c >= 'a' && c <= 'z' ? 1 : c >= '0' && c <= '9' ? 2 : 0;
  }

  /** Half width and lower case; full-width forms lie at a fixed distance (Unicode FF01 to FF5E). */
  private static char fold(char c) {
    char narrow = c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c;
    return Character.toLowerCase(narrow);
  }

  private static boolean isGap(char c) {
    return c == '-'
        || c == '.'
        || c == '·'
        || c == '－'
        || Character.isWhitespace(c)
        || c == '\u3000';
  }
}
