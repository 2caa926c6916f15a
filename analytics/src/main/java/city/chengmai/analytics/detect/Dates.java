package city.chengmai.analytics.detect;

import city.chengmai.analytics.model.series.Cadence;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Dates of days and weeks, and of hours, in a file. */
final class Dates {

  private static final int DATE = 10;
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

  private Dates() {}

  /** The beginning of the day or hour, empty when it is none. */
  static Optional<LocalDateTime> parse(String text) {
    try {
      if (text.length() == DATE) {
        return Optional.of(LocalDate.parse(text).atStartOfDay());
      }
      return Optional.of(LocalDateTime.parse(text.replace(' ', 'T')));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** As it is written to a file. */
  static String text(LocalDateTime at, Cadence cadence) {
    return cadence == Cadence.HOUR ? HOUR.format(at) : at.toLocalDate().toString();
  }
}
