package city.chengmai.ingest.privacy;

/**
 * Digits that could be one number, half-width or full-width, with the marks between them that
 * people write into telephone and identity numbers. Every number that the patterns of this package
 * find is part of one run, so a text whose longest run is too short needs no pattern.
 */
final class DigitRun {

  /** Between two digits of one number: a bracket and a separator at most. */
  private static final int MOST_MARKS = 2;

  private DigitRun() {}

  /** Digits of the longest run in the text. */
  static int longest(String text) {
    int longest = 0;
    int run = 0;
    int marks = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        run++;
        marks = 0;
        longest = Math.max(longest, run);
      } else if (run > 0 && (++marks > MOST_MARKS || !isMark(c))) {
        run = 0;
        marks = 0;
      }
    }
    return longest;
  }

  private static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
  }

  private static boolean isMark(char c) {
    return switch (c) {
      case ' ', '\t', '\n', '\u000B', '\f', '\r', '-', '.', '·', '－', '(', ')' -> true;
      default -> false;
    };
  }
}
