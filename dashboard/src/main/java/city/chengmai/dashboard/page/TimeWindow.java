package city.chengmai.dashboard.page;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * The time that a value covers, half-open, in the city's zone. Stored 30-day values cover it from
 * the beginning of their first day to the beginning of the day after their last.
 *
 * <pre>
 *   30 days ending on 20 March      [19 February 00:00, 21 March 00:00)
 * </pre>
 *
 * @param start included
 * @param end not included
 */
public record TimeWindow(ZonedDateTime start, ZonedDateTime end) {

  /** Days of the stored values that pages are about. */
  public static final int TRAILING_DAYS = 30;

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  /** Checks that the window does not end before it begins. */
  public TimeWindow {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("a window must end after " + start + ", not at " + end);
    }
  }

  /** The 30 days whose last is this one. */
  public static TimeWindow trailing(LocalDate day, ZoneId zone) {
    return new TimeWindow(
        day.minusDays(TRAILING_DAYS - 1L).atStartOfDay(zone), day.plusDays(1).atStartOfDay(zone));
  }

  /** Both ends as an ISO 8601 interval, for example for an attribute of a page. */
  public String interval() {
    return MOMENT.format(start) + "/" + MOMENT.format(end);
  }

  /** Both ends for programs. */
  public JsonObject json() {
    return new JsonObject().put("start", MOMENT.format(start)).put("end", MOMENT.format(end));
  }
}
