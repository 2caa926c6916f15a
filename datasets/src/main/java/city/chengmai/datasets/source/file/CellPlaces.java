package city.chengmai.datasets.source.file;

import java.io.IOException;

/**
 * Looks through the bytes of a sheet for cells that lie beyond the last column there is (XFD): the
 * reader of workbooks makes a row as wide as its last cell, so that one place such as ZZZZZZ1 would
 * take all memory. Bytes of zero are passed over, since a sheet may be written in UTF-16.
 */
final class CellPlaces {

  private static final int MOST_LETTERS = 3;

  /** What was read of <code> r="AB12"</code>: blank, r, equals sign, quotation mark. */
  private enum At {
    ELSEWHERE,
    BLANK,
    NAME,
    EQUALS,
    PLACE
  }

  private At at = At.ELSEWHERE;

  /** Between angle brackets; the text of a cell may hold quotation marks too. */
  private boolean tag;

  private int letters;

  /**
   * Looks at the next bytes.
   *
   * @throws IOException when a cell lies too far
   */
  void take(byte[] bytes, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      if (bytes[i] != 0) {
        take((char) (bytes[i] & 0xFF));
      }
    }
  }

  private void take(char c) throws IOException {
    boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (at == At.PLACE) {
      place(c);
    } else if (c == '<' || c == '>') {
      tag = c == '<';
      at = At.ELSEWHERE;
    } else if (blank && tag) {
      at = at == At.NAME || at == At.EQUALS ? at : At.BLANK;
    } else if (at == At.BLANK && c == 'r') {
      at = At.NAME;
    } else if (at == At.NAME && c == '=') {
      at = At.EQUALS;
    } else if (at == At.EQUALS && (c == '"' || c == '\'')) {
      at = At.PLACE;
      letters = 0;
    } else {
      at = At.ELSEWHERE;
    }
  }

  private void place(char c) throws IOException {
    boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    letters += letter ? 1 : 0;
    if (letters > MOST_LETTERS || c == '&') {
      throw new IOException("a cell lies beyond column XFD, the last one that a sheet has");
    }
    if (c == '"' || c == '\'') {
      at = At.ELSEWHERE;
    }
  }
}
