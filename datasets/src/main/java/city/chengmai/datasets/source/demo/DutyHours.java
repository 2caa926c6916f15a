package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.calendar.WorkingClock;
import java.time.Duration;
import java.time.LocalDateTime;

/** When people of the demo city are at work: units in office hours, the desk every day. */
final class DutyHours {

  private static final int DESK_OPENS = 7;
  private static final int DESK_CLOSES = 22;

  private final WorkingClock clock;

  DutyHours(HolidayCalendar holidays) {
    this.clock = new WorkingClock(holidays, DemoOptions.ZONE);
  }

  /** The moment that many office minutes after another. */
  LocalDateTime after(LocalDateTime start, long minutes) {
    return clock
        .plus(start.atZone(DemoOptions.ZONE).toInstant(), Duration.ofMinutes(minutes))
        .atZone(DemoOptions.ZONE)
        .toLocalDateTime();
  }

  /** The same for the desk, which is manned from 07:00 to 22:00 every day. */
  static LocalDateTime deskAfter(LocalDateTime start, long minutes) {
    LocalDateTime moment = start.plusMinutes(minutes);
    if (moment.getHour() >= DESK_CLOSES) {
      return moment.toLocalDate().plusDays(1).atTime(DESK_OPENS, moment.getMinute());
    }
    return moment.getHour() < DESK_OPENS ? moment.withHour(DESK_OPENS) : moment;
  }
}
