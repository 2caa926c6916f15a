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
 */
public record Tile(
    String label,
    String value,
    boolean word,
    String detail,
    Level level,
    String state,
    String change,
    String age) {}
