package city.chengmai.analytics;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * Days of a file, as dates or as whole numbers, cut into periods that end on the last day.
 *
 * @param dates whether days are dates
 * @param last number of the last day (since 1970 for dates)
 * @param length days of a period
 */
record ScanDays(boolean dates, int last, int length) {

  /** Also takes months and days of one digit. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-M-d", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  /** Whether a text is a date rather than a whole number; 20261122 is a date. */
  static boolean isDate(String text) {
    return !text.matches("-?\\d{1,9}") || isCompact(text);
  }

  private static boolean isCompact(String text) {
    if (!text.matches("[1-9]\\d{7}")) {
      return false;
    }
    try {
      LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** The number of a day. */
  static int number(String text, String where) {
    if (!isDate(text)) {
      return Integer.parseInt(text);
    }
    try {
      LocalDate date =
          isCompact(text)
              ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
              : LocalDate.parse(text.replace('/', '-'), DATE);
      return Math.toIntExact(date.toEpochDay());
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new StoreException(
          ErrorCategory.BAD_INPUT,
          where + ": expected a day such as 2026-11-22 or a whole number, seen \"" + text + "\"",
          e);
    }
  }

  /** Period of a day: 0 the last one, -1 the one before. */
  int period(int day) {
    return -Math.floorDiv(last - day, length);
  }

  /** First day of a period, as the file writes days. */
  String first(int period) {
    return text(end(period) - length + 1);
  }

  /** Last day of a period, as the file writes days. */
  String last(int period) {
    return text(end(period));
  }

  private int end(int period) {
    return last + period * length;
  }

  private String text(int day) {
    return dates ? LocalDate.ofEpochDay(day).toString() : Integer.toString(day);
  }
}
