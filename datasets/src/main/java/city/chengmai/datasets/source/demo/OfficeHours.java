package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.calendar.HolidayCalendar;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** The hours in which units handle cases and limits run: 09:00 to 17:00 on working days. */
final class OfficeHours {

  private static final LocalTime OPENING = LocalTime.of(9, 0);
  private static final LocalTime CLOSING = LocalTime.of(17, 0);
  private static final int DESK_OPENS = 7;
  private static final int DESK_CLOSES = 22;

  private final HolidayCalendar holidays;

  OfficeHours(HolidayCalendar holidays) {
    this.holidays = holidays;
  }

  /** The moment that many office minutes after another. */
  LocalDateTime after(LocalDateTime start, long minutes) {
    LocalDateTime now = nextOpen(start);
    long left = minutes;
    while (true) {
      long today = Duration.between(now.toLocalTime(), CLOSING).toMinutes();
      if (left <= today) {
        return now.plusMinutes(left);
      }
      left -= today;
      now = nextOpen(now.toLocalDate().plusDays(1).atTime(OPENING));
    }
  }

  /** The same for the desk, which is manned from 07:00 to 22:00 every day. */
  static LocalDateTime deskAfter(LocalDateTime start, long minutes) {
    LocalDateTime moment = start.plusMinutes(minutes);
    if (moment.getHour() >= DESK_CLOSES) {
      return moment.toLocalDate().plusDays(1).atTime(DESK_OPENS, moment.getMinute());
    }
    return moment.getHour() < DESK_OPENS ? moment.withHour(DESK_OPENS) : moment;
  }

  private LocalDateTime nextOpen(LocalDateTime start) {
    LocalDateTime now = start;
    if (!now.toLocalTime().isBefore(CLOSING)) {
      now = now.toLocalDate().plusDays(1).atTime(OPENING);
    }
    if (now.toLocalTime().isBefore(OPENING)) {
      now = now.toLocalDate().atTime(OPENING);
    }
    while (!holidays.isWorkingDay(now.toLocalDate())) {
      now = now.toLocalDate().plusDays(1).atTime(OPENING);
    }
    return now;
  }
}
