package city.chengmai.dashboard.bulletin;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The days that a bulletin is about, half-open.
 *
 * @param first first day, in the city's zone
 * @param end day after the last one
 */
public record Period(BulletinKind kind, LocalDate first, LocalDate end) {

  /** Checks that there is at least a day. */
  public Period {
    requireNonNull(kind, "kind");
    if (!first.isBefore(end)) {
      throw new IllegalArgumentException("a period must end after " + first + ", not on " + end);
    }
  }

  /** The period of a bulletin's name such as {@code week-2026-11-16}; empty for any other text. */
  public static Optional<Period> of(String id) {
    int dash = id.indexOf('-');
    if (dash < 0) {
      return Optional.empty();
    }
    try {
      LocalDate first = LocalDate.parse(id.substring(dash + 1));
      return BulletinKind.of(id.substring(0, dash))
          .map(kind -> kind.containing(first))
          .filter(period -> period.first().equals(first));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }

  /** The name of its bulletin. */
  public String id() {
    return kind.wireName() + "-" + first;
  }

  /** The last day. */
  public LocalDate last() {
    return end.minusDays(1);
  }

  /** The period before. */
  public Period before() {
    return kind.containing(first.minusDays(1));
  }

  /** When it begins in this zone. */
  public Instant from(ZoneId zone) {
    return first.atStartOfDay(zone).toInstant();
  }

  /** When it is over in this zone. */
  public Instant until(ZoneId zone) {
    return end.atStartOfDay(zone).toInstant();
  }
}
