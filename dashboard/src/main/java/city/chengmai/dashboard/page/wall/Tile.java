package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.page.Level;

/**
 * One key figure as it is shown.
 *
 * @param label what it is, with its unit
 * @param value the figure, or a word when there is none
 * @param word whether {@code value} is a word
 * @param detail what stands behind it, such as numerator and denominator; may be empty
 * @param level how serious it is
 * @param state the level in words
 * @param change difference to the period before; may be empty
 * @param age when it was true; empty for "at the moment of the panel"
 * @param indicator catalogue id when the figure is the value of an indicator, else empty
 * @param period how long the time is that the value covers, in words; empty for a count of now
 * @param window that time as an ISO 8601 interval; empty likewise
 */
public record Tile(
    String label,
    String value,
    boolean word,
    String detail,
    Level level,
    String state,
    String change,
    String age,
    String indicator,
    String period,
    String window) {

  /** A figure that is no indicator. */
  static Tile plain(
      String label, String value, String detail, Level level, String state, String change) {
    return new Tile(label, value, false, detail, level, state, change, "", "", "", "");
  }

  /** A word where a figure is not known. */
  static Tile unknown(String label, String indicator, String word) {
    return new Tile(label, word, true, "", Level.NONE, word, "", "", indicator, "", "");
  }
}
