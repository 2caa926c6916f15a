package city.chengmai.datasets.source.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
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
      return Optional.of(
          reading(
              format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Reading reading(TemporalAccessor parsed) {
    if (parsed instanceof OffsetDateTime exact) {
      return new Reading(exact.toInstant(), Optional.empty(), false, false);
    }
    if (parsed instanceof LocalDate day) {
      return new Reading(day.atStartOfDay(zone).toInstant(), Optional.empty(), false, true);
    }
    return reading((LocalDateTime) parsed);
  }

  private Reading reading(LocalDateTime local) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    Instant moment = local.atZone(zone).toInstant();
    return switch (offsets.size()) {
      case 0 -> new Reading(moment, Optional.empty(), true, false);
      case 1 -> new Reading(moment, Optional.empty(), false, false);
      default -> new Reading(moment, Optional.of(local.toInstant(offsets.get(1))), false, false);
    };
  }

  /**
   * A time as read.
   *
   * @param moment the moment taken
   * @param later the other moment of an ambiguous local time
   * @param skipped true when the local time never occurred
   * @param dayOnly true when there was no time of day
   */
  record Reading(Instant moment, Optional<Instant> later, boolean skipped, boolean dayOnly) {}
}
