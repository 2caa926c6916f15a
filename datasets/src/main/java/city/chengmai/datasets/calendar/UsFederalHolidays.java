package city.chengmai.datasets.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The federal holidays of the United States (美国联邦假日), computed by the rules of 5 U.S.C. 6103 for
 * years from 1986: a holiday on a Saturday is also observed on the Friday before, one on a Sunday
 * on the Monday after. Thread-safe; a year is computed once.
 */
public final class UsFederalHolidays implements HolidayCalendar {

  private static final int FIRST_JUNETEENTH = 2021;

  private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

  @Override
  public boolean isHoliday(LocalDate day) {
    return years.computeIfAbsent(day.getYear(), UsFederalHolidays::days).contains(day);
  }

  @Override
  public boolean isWorkingDay(LocalDate day) {
    return NoHolidays.isWeekday(day) && !isHoliday(day);
  }

  private static Set<LocalDate> days(int year) {
    // New Year's Day on a Saturday is observed on 31 December of the year before.
    return Stream.of(namedDays(year), observedDays(year), observedDays(year + 1))
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<LocalDate> observedDays(int year) {
    return namedDays(year).stream()
        .map(UsFederalHolidays::observed)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static LocalDate observed(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.minusDays(1);
      case SUNDAY -> day.plusDays(1);
      default -> day;
    };
  }

  private static Set<LocalDate> namedDays(int year) {
    Stream<LocalDate> always =
        Stream.of(
            LocalDate.of(year, Month.JANUARY, 1),
            nth(year, Month.JANUARY, 3, MONDAY),
            nth(year, Month.FEBRUARY, 3, MONDAY),
            LocalDate.of(year, Month.MAY, 1).with(lastInMonth(MONDAY)),
            LocalDate.of(year, Month.JULY, 4),
            nth(year, Month.SEPTEMBER, 1, MONDAY),
            nth(year, Month.OCTOBER, 2, MONDAY),
            LocalDate.of(year, Month.NOVEMBER, 11),
            nth(year, Month.NOVEMBER, 4, THURSDAY),
            LocalDate.of(year, Month.DECEMBER, 25));
    Stream<LocalDate> juneteenth =
        year >= FIRST_JUNETEENTH ? Stream.of(LocalDate.of(year, Month.JUNE, 19)) : Stream.empty();
    return Stream.concat(always, juneteenth).collect(Collectors.toUnmodifiableSet());
  }

  private static LocalDate nth(int year, Month month, int ordinal, DayOfWeek weekday) {
    return LocalDate.of(year, month, 1).with(dayOfWeekInMonth(ordinal, weekday));
  }
}
