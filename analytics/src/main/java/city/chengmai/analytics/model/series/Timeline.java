package city.chengmai.analytics.model.series;

import city.chengmai.datasets.calendar.HolidayCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** What the periods of series are like that begin at one time. Not safe for several threads. */
final class Timeline {

  private static final int WEEK = DayOfWeek.values().length;

  private final LocalDateTime start;
  private final Cadence cadence;
  private final HolidayCalendar calendar;
  private final List<Occasion> known = new ArrayList<>();

  Timeline(LocalDateTime start, Cadence cadence, HolidayCalendar calendar) {
    this.start = start;
    this.cadence = cadence;
    this.calendar = calendar;
  }

  Cadence cadence() {
    return cadence;
  }

  LocalDateTime start() {
    return start;
  }

  Occasion at(int position) {
    while (known.size() <= position) {
      known.add(occasion(cadence.plus(start, known.size())));
    }
    return known.get(position);
  }

  /** First position of the refit period that a position lies in. */
  int refitStart(int position, int refit) {
    long number = cadence.number(cadence.plus(start, position));
    return Math.max(
        cadence.smallestHistory(), position - (int) Math.floorMod(number, (long) refit));
  }

  /** First position after the refit period that a position lies in. */
  int nextRefit(int position, int refit) {
    long number = cadence.number(cadence.plus(start, position));
    return position - (int) Math.floorMod(number, (long) refit) + refit;
  }

  private Occasion occasion(LocalDateTime at) {
    if (cadence == Cadence.WEEK) {
      return week(at);
    }
    DayKind kind = DayKind.of(at.toLocalDate(), calendar);
    return new Occasion(
        at, kind.weekday(), at.getHour(), kind.holiday() ? 1 : 0, kind.afterHoliday() ? 1 : 0);
  }

  private Occasion week(LocalDateTime at) {
    int holidays = 0;
    int after = 0;
    for (int i = 0; i < WEEK; i++) {
      LocalDate day = at.toLocalDate().plusDays(i);
      DayKind kind = DayKind.of(day, calendar);
      holidays += kind.holiday() ? 1 : 0;
      after += kind.afterHoliday() ? 1 : 0;
    }
    return new Occasion(at, at.getDayOfWeek(), 0, holidays, after);
  }
}
