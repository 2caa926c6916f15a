package city.chengmai.datasets.source.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Optional;

/**
 * Reads times of several forms, most of them without offset. A date without time of day is its
 * first moment. Thread-safe.
 *
 * <pre>
 *   clocks go back     01:00 ....... 02:00 | 01:00 ....... 02:00     01:30 occurs twice: a rule decides
 *   clocks go forward  01:00 ....... 02:00 | 03:00 ....... 04:00     02:30 occurs never: 03:30
 * </pre>
 */
final class LocalTimes {

  /** A year of more digits is a mistake, and the day after the last one there is cannot be told. */
  private static final int LATEST_YEAR = 9999;

  private final List<TimeForm> forms;
  private final ZoneId zone;
  private final boolean preferLater;

  LocalTimes(List<TimeForm> forms, ZoneId zone, boolean preferLater) {
    this.forms = List.copyOf(forms);
    this.zone = zone;
    this.preferLater = preferLater;
  }

  /** The moment, or empty when no form fits. */
  Optional<Reading> read(String text) {
    for (TimeForm form : forms) {
      Optional<Reading> read = form.parse(text).flatMap(this::reading);
      if (read.isPresent()) {
        return read;
      }
    }
    return Optional.empty();
  }

  /** The same moment; midnight is the whole day that it begins. */
  Reading midnightAsDay(Reading reading) {
    ZonedDateTime local = reading.moment().atZone(zone);
    if (!local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return reading;
    }
    return day(local.toLocalDate());
  }

  // Not parseBest, which throws and catches for each kind of time that the text is not.
  private Optional<Reading> reading(TemporalAccessor parsed) {
    LocalDate day = parsed.query(TemporalQueries.localDate());
    LocalTime time = parsed.query(TemporalQueries.localTime());
    ZoneOffset offset = parsed.query(TemporalQueries.offset());
    if (day == null || day.getYear() < 1 || day.getYear() > LATEST_YEAR) {
      return Optional.empty();
    }
    if (time == null) {
      return Optional.of(day(day));
    }
    LocalDateTime local = day.atTime(time);
    return Optional.of(offset == null ? reading(local) : exact(local.toInstant(offset), false));
  }

  private Reading day(LocalDate day) {
    Instant start = day.atStartOfDay(zone).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    return new Reading(start, Optional.empty(), false, false, Optional.of(end));
  }

  private Reading reading(LocalDateTime local) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    Instant moment = local.atZone(zone).toInstant();
    return switch (offsets.size()) {
      case 0 -> exact(moment, true);
      case 1 -> exact(moment, false);
      default -> ambiguous(moment, local.toInstant(offsets.get(1)));
    };
  }

  private Reading ambiguous(Instant earlier, Instant later) {
    return preferLater
        ? new Reading(later, Optional.empty(), true, false, Optional.empty())
        : new Reading(earlier, Optional.of(later), true, false, Optional.empty());
  }

  private static Reading exact(Instant moment, boolean skipped) {
    return new Reading(moment, Optional.empty(), false, skipped, Optional.empty());
  }

  /**
   * A time as read.
   *
   * @param moment the moment taken
   * @param later the other moment of an ambiguous local time of which the earlier one was taken
   * @param ambiguous true when the local time occurred twice
   * @param skipped true when the local time never occurred
   * @param dayEnd the first moment of the next day when there was no time of day
   */
  record Reading(
      Instant moment,
      Optional<Instant> later,
      boolean ambiguous,
      boolean skipped,
      Optional<Instant> dayEnd) {}
}
