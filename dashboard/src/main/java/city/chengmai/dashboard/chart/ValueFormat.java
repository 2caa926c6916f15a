package city.chengmai.dashboard.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Objects;

/**
 * How the values of a chart are written: the same in every language, with spaces between groups of
 * digits.
 *
 * @param decimals digits after the point, 0 to 6
 * @param percent whether a value of 0.5 is written as 50%
 * @param unit the translated unit, written once beside the axis; empty for none
 */
public record ValueFormat(int decimals, boolean percent, String unit) {
  /** The house font has no thin space (U+2009). */
  private static final char GROUP_SPACE = '\u00A0';

  /** Checks the range of the decimals. */
  public ValueFormat {
    Objects.requireNonNull(unit, "unit");
    if (decimals < 0 || decimals > 6) {
      throw new IllegalArgumentException("decimals must be 0 to 6 but is " + decimals);
    }
  }

  /** Whole numbers of something. */
  public static ValueFormat count(String unit) {
    return new ValueFormat(0, false, unit);
  }

  /** Shares of one, written as percentages. */
  public static ValueFormat percent(int decimals) {
    return new ValueFormat(decimals, true, "");
  }

  /** Measured numbers. */
  public static ValueFormat decimal(int decimals, String unit) {
    return new ValueFormat(decimals, false, unit);
  }

  /** A new formatter; formatters are not safe to share between threads. */
  public NumberFormat formatter() {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator(GROUP_SPACE);
    String fraction = decimals == 0 ? "" : "." + "0".repeat(decimals);
    return new DecimalFormat("#,##0" + fraction + (percent ? "%" : ""), symbols);
  }

  /** The value as text, without its unit. */
  public String text(double value) {
    return formatter().format(value);
  }
}
