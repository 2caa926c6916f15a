package city.chengmai.datasets.calendar;

import java.time.Duration;
import java.time.LocalTime;

/**
 * When offices are open on a working day (工作时间), {@code [opens, closes)} in the city's zone.
 *
 * @param opens first moment of work
 * @param closes first moment after work, later than {@code opens}
 */
public record OfficeHours(LocalTime opens, LocalTime closes) {

  /** 09:00 to 17:30. */
  public static final OfficeHours USUAL = new OfficeHours(LocalTime.of(9, 0), LocalTime.of(17, 30));

  /** Refuses hours that end before they begin. */
  public OfficeHours {
    if (!opens.isBefore(closes)) {
      throw new IllegalArgumentException(
          "office hours " + opens + " to " + closes + ": expected to close after opening");
    }
  }

  /** The length of one working day. */
  public Duration length() {
    return Duration.between(opens, closes);
  }
}
