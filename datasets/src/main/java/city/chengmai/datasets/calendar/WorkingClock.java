package city.chengmai.datasets.calendar;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Arithmetic in working time (工作时): only office hours of working days count. One working day (工作日)
 * is one full length of office hours, wherever in the day it begins. Immutable.
 *
 * <pre>
 *            Friday                 Saturday      Monday
 *   09:00 [==========) 17:30                    [==========)
 *              s---->                            -->t          t = s + what is left of Friday + the rest
 *                        s                       ---->t        s after hours: counting starts at the next opening
 * </pre>
 */
public final class WorkingClock {

  /** Longer than any run of holidays: a calendar without working days is a fault. */
  private static final int LONGEST_PAUSE_DAYS = 60;

  private final HolidayCalendar calendar;
  private final ZoneId zone;
  private final OfficeHours hours;

  /** A clock with {@link OfficeHours#USUAL}. */
  public WorkingClock(HolidayCalendar calendar, ZoneId zone) {
    this(calendar, zone, OfficeHours.USUAL);
  }

  /** A clock with these office hours in the city's zone. */
  public WorkingClock(HolidayCalendar calendar, ZoneId zone, OfficeHours hours) {
    this.calendar = requireNonNull(calendar, "calendar");
    this.zone = requireNonNull(zone, "zone");
    this.hours = requireNonNull(hours, "hours");
  }

  /** The moment when this many working days have passed since {@code start}. */
  public Instant plusDays(Instant start, int workingDays) {
    return plus(start, hours.length().multipliedBy(workingDays));
  }

  /**
   * The moment when this much working time has passed since {@code start}. An amount that ends
   * exactly with the day ends at closing time, not at the next opening; zero gives {@code start}.
   *
   * @throws IllegalArgumentException when the amount is negative
   */
  public Instant plus(Instant start, Duration amount) {
    if (amount.isNegative()) {
      throw new IllegalArgumentException("working time to add is " + amount + ", expected >= 0");
    }
    Duration left = amount;
    Instant from = start;
    while (!left.isZero()) {
      LocalDate day = workingDayAtOrAfter(from);
      Instant begin = later(from, opening(day));
      Duration available = Duration.between(begin, closing(day));
      if (left.compareTo(available) <= 0) {
        return begin.plus(left); //      begin [--left-->....) closing
      }
      left = left.minus(available); //   begin [=============) closing, go on the next day
      from = closing(day);
    }
    return from;
  }

  /** Working time in {@code [start, end)}; zero when {@code end} is not after {@code start}. */
  public Duration between(Instant start, Instant end) {
    Duration total = Duration.ZERO;
    LocalDate last = dayOf(end);
    for (LocalDate day = dayOf(start); !day.isAfter(last); day = day.plusDays(1)) {
      if (calendar.isWorkingDay(day)) {
        total = total.plus(overlap(start, end, day));
      }
    }
    return total;
  }

  /** True inside office hours of a working day. */
  public boolean isWorking(Instant moment) {
    LocalDate day = dayOf(moment);
    return calendar.isWorkingDay(day)
        && !moment.isBefore(opening(day))
        && moment.isBefore(closing(day));
  }

  private Duration overlap(Instant start, Instant end, LocalDate day) {
    //   start ----[opening ===== end ....closing)   counts [opening, end)
    Instant begin = later(start, opening(day));
    Instant stop = closing(day).isBefore(end) ? closing(day) : end;
    return begin.isBefore(stop) ? Duration.between(begin, stop) : Duration.ZERO;
  }

  private LocalDate workingDayAtOrAfter(Instant moment) {
    LocalDate day = dayOf(moment);
    for (int pause = 0; pause < LONGEST_PAUSE_DAYS; pause++, day = day.plusDays(1)) {
      if (calendar.isWorkingDay(day) && moment.isBefore(closing(day))) {
        return day;
      }
    }
    throw new IllegalStateException(
        "no working day within " + LONGEST_PAUSE_DAYS + " days after " + moment);
  }

  private Instant opening(LocalDate day) {
    return day.atTime(hours.opens()).atZone(zone).toInstant();
  }

  private Instant closing(LocalDate day) {
    return day.atTime(hours.closes()).atZone(zone).toInstant();
  }

  private LocalDate dayOf(Instant moment) {
    return moment.atZone(zone).toLocalDate();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
