package city.chengmai.datasets.source.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Optional;

/**
 * Reads times of several forms, most of them without offset. A date without time of day is its
 * first moment. Thread-safe.
 *
 * <pre>
 *   clocks go back     01:00 ....... 02:00 | 01:00 ....... 02:00     01:30 occurs twice: the earlier one
 *   clocks go forward  01:00 ....... 02:00 | 03:00 ....... 04:00     02:30 occurs never: 03:30
 * </pre>
 */
final class LocalTimes {

  private final List<DateTimeFormatter> formats;
  private final ZoneId zone;

  LocalTimes(List<DateTimeFormatter> formats, ZoneId zone) {
    this.formats = List.copyOf(formats);
    this.zone = zone;
  }

  /** The moment, or empty when no format fits. */
  Optional<Reading> read(String text) {
    return formats.stream().flatMap(format -> parse(format, text).stream()).findFirst();
  }

  private Optional<Reading> parse(DateTimeFormatter format, String text) {
    try {
      return reading(format.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  // Not parseBest, which throws and catches for each kind of time that the text is not.
  private Optional<Reading> reading(TemporalAccessor parsed) {
    LocalDate day = parsed.query(TemporalQueries.localDate());
    LocalTime time = parsed.query(TemporalQueries.localTime());
    ZoneOffset offset = parsed.query(TemporalQueries.offset());
    if (day == null) {
      return Optional.empty();
    }
    if (time == null) {
      Instant start = day.atStartOfDay(zone).toInstant();
      Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
      return Optional.of(new Reading(start, Optional.empty(), false, Optional.of(end)));
    }
    LocalDateTime local = day.atTime(time);
    return Optional.of(offset == null ? reading(local) : exact(local.toInstant(offset), false));
  }

  private Reading reading(LocalDateTime local) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    Instant moment = local.atZone(zone).toInstant();
    return switch (offsets.size()) {
      case 0 -> exact(moment, true);
      case 1 -> exact(moment, false);
      default ->
          new Reading(
              moment, Optional.of(local.toInstant(offsets.get(1))), false, Optional.empty());
    };
  }

  private static Reading exact(Instant moment, boolean skipped) {
    return new Reading(moment, Optional.empty(), skipped, Optional.empty());
  }

  /**
   * A time as read.
   *
   * @param moment the moment taken
   * @param later the other moment of an ambiguous local time
   * @param skipped true when the local time never occurred
   * @param dayEnd the first moment of the next day when there was no time of day
   */
  record Reading(
      Instant moment, Optional<Instant> later, boolean skipped, Optional<Instant> dayEnd) {}
}
