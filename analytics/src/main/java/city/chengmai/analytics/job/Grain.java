package city.chengmai.analytics.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What windows end on. Days and periods are told by number, as ClickHouse numbers them; a window is
 * one period, or for days also the trailing 30 days. Weeks begin on Monday.
 */
enum Grain {
  /** A day; its number counts from 1970-01-01. */
  DAY("toRelativeDayNum"),
  /** A week from Monday. */
  WEEK("toRelativeWeekNum"),
  /** A calendar month. */
  MONTH("toRelativeMonthNum"),
  /** A quarter of a year. */
  QUARTER("toRelativeQuarterNum"),
  /** A calendar year. */
  YEAR("toRelativeYearNum");

  /** Days of the long window. */
  static final int LONG_SPAN = 30;

  /** The calendar periods. */
  static final List<Grain> PERIODS = List.of(WEEK, MONTH, QUARTER, YEAR);

  private static final int DAYS_OF_WEEK = 7;
  private static final int MONTHS_OF_YEAR = 12;
  private static final int MONTHS_OF_QUARTER = 3;
  // The week of 1970-01-01 began three days before it.
  private static final int DAYS_BEFORE_EPOCH = 3;

  private final String function;

  Grain(String function) {
    this.function = function;
  }

  /** The ClickHouse function that numbers moments of a zone. */
  String function() {
    return function;
  }

  /** Lengths of windows, in days or periods. */
  List<Integer> spans() {
    return this == DAY ? List.of(1, LONG_SPAN) : List.of(1);
  }

  /** The word in tables. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The number of the day or period that holds a day. */
  int number(LocalDate day) {
    int months = day.getYear() * MONTHS_OF_YEAR + day.getMonthValue() - 1;
    return switch (this) {
      case DAY -> (int) day.toEpochDay();
      case WEEK -> (int) Math.floorDiv(day.toEpochDay() + DAYS_BEFORE_EPOCH, DAYS_OF_WEEK);
      case MONTH -> months + 1;
      case QUARTER -> months / MONTHS_OF_QUARTER;
      case YEAR -> day.getYear();
    };
  }

  /** The first day of a period. */
  LocalDate start(int number) {
    return switch (this) {
      case DAY -> LocalDate.ofEpochDay(number);
      case WEEK -> LocalDate.ofEpochDay((long) number * DAYS_OF_WEEK - DAYS_BEFORE_EPOCH);
      case MONTH -> ofMonths(number - 1);
      case QUARTER -> ofMonths(number * MONTHS_OF_QUARTER);
      case YEAR -> LocalDate.of(number, 1, 1);
    };
  }

  private static LocalDate ofMonths(int months) {
    return LocalDate.of(months / MONTHS_OF_YEAR, months % MONTHS_OF_YEAR + 1, 1);
  }
}
