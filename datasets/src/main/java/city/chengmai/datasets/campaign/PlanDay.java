package city.chengmai.datasets.campaign;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** A day of a plan: a date, or {@code first+N} for N days after the city's first day. */
final class PlanDay {

  private static final String FIRST = "first+";

  private PlanDay() {}

  static LocalDate of(String text, LocalDate firstDay, String what) {
    if (text == null) {
      throw new IllegalArgumentException(what + " has no day, expected a date or first+N");
    }
    try {
      return text.startsWith(FIRST)
          ? firstDay.plusDays(Integer.parseInt(text.substring(FIRST.length())))
          : LocalDate.parse(text);
    } catch (NumberFormatException | DateTimeParseException e) {
      throw new IllegalArgumentException(
          what + " is on \"" + text + "\", expected a date like 2026-03-01, or first+N", e);
    }
  }
}
