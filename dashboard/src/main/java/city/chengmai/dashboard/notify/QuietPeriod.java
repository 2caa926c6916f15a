package city.chengmai.dashboard.notify;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A time of every day in which a channel is not disturbed (免打扰), half-open, in the city's zone. It
 * may reach over midnight.
 *
 * <pre>
 *   22:00 to 07:00     [22:00, 24:00) and [00:00, 07:00)
 * </pre>
 *
 * @param from included
 * @param to not included; another than {@code from}
 */
public record QuietPeriod(LocalTime from, LocalTime to) {

  /** More periods than any channel has. */
  private static final int MOST_HOPS = 10;

  /** Checks that the period has a length. */
  public QuietPeriod {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    if (from.equals(to)) {
      throw new IllegalArgumentException("quiet: from and to are both " + from);
    }
  }

  boolean holds(LocalTime time) {
    boolean after = !time.isBefore(from);
    boolean before = time.isBefore(to);
    return from.isBefore(to) ? after && before : after || before;
  }

  private Instant end(ZonedDateTime at) {
    ZonedDateTime end = at.toLocalDate().atTime(to).atZone(at.getZone());
    return (end.isAfter(at) ? end : at.toLocalDate().plusDays(1).atTime(to).atZone(at.getZone()))
        .toInstant();
  }

  /**
   * When the quiet ends that holds at a moment; periods that touch are one. Empty when none holds.
   */
  static Optional<Instant> end(List<QuietPeriod> periods, Instant now, ZoneId zone) {
    Instant end = now;
    for (int hop = 0; hop < MOST_HOPS; hop++) {
      ZonedDateTime at = end.atZone(zone);
      Optional<QuietPeriod> holding =
          periods.stream().filter(period -> period.holds(at.toLocalTime())).findFirst();
      if (holding.isEmpty()) {
        break;
      }
      end = holding.get().end(at);
    }
    return end.equals(now) ? Optional.empty() : Optional.of(end);
  }
}
