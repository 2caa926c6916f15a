package city.chengmai.analytics.job;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The days and periods whose totals one look of the reconciliation checks: those that a run
 * touched, and of the past whole months. Tables keep a month of days together, so that what is not
 * looked at is not read. The date alone tells whose turn it is:
 *
 * <pre>
 *   turn of a day    its number since 1970-01-01, modulo 7
 *   turn of a month  its number since the year 0, modulo 7
 * </pre>
 *
 * so that seven days in a row look at every month, whatever was started anew in between. A period
 * has the turn of the month that it begins in.
 *
 * @param spans by the word of a window's length, of days too: first days of what is looked at
 */
record TotalsLook(Map<String, List<DaySpan>> spans) {

  /** Turns, one a day. */
  static final int TURNS = 7;

  /** The turn of a day of the city. */
  static int turn(LocalDate day) {
    return (int) Math.floorMod(day.toEpochDay(), (long) TURNS);
  }

  /** The turn of a month. */
  static int turn(YearMonth month) {
    return (int) Math.floorMod(month.getLong(ChronoField.PROLEPTIC_MONTH), (long) TURNS);
  }

  /**
   * A look.
   *
   * @param period all days of the city up to the end of the run
   * @param touched days of the run
   * @param looked whether a month of the past is looked at
   */
  static TotalsLook of(DaySpan period, DaySpan touched, Predicate<YearMonth> looked) {
    Map<String, List<DaySpan>> spans = new LinkedHashMap<>();
    spans.put(Grain.DAY.key(), spans(Grain.DAY, period, touched, looked));
    for (Grain grain : Grain.PERIODS) {
      spans.put(grain.key(), spans(grain, period, touched, looked));
    }
    return new TotalsLook(spans);
  }

  private static List<DaySpan> spans(
      Grain grain, DaySpan period, DaySpan touched, Predicate<YearMonth> looked) {
    LocalDate first = grain.start(grain.number(period.from()));
    List<DaySpan> spans = new ArrayList<>();
    spans.add(new DaySpan(grain.start(grain.number(touched.from())), period.to()));
    for (YearMonth month = YearMonth.from(first);
        month.atDay(1).isBefore(period.to());
        month = month.plusMonths(1)) {
      if (looked.test(month)) {
        LocalDate end = month.plusMonths(1).atDay(1);
        spans.add(
            new DaySpan(
                first.isAfter(month.atDay(1)) ? first : month.atDay(1),
                end.isBefore(period.to()) ? end : period.to()));
      }
    }
    return List.copyOf(spans);
  }

  /** Whether a day, or a period of this word that begins on it, is looked at. */
  boolean holds(String length, LocalDate first) {
    return spans.getOrDefault(length, List.of()).stream()
        .anyMatch(span -> !first.isBefore(span.from()) && first.isBefore(span.to()));
  }

  /** The condition of the days looked at on a column of days. */
  String days(String column) {
    return condition(Grain.DAY, column);
  }

  /** The condition of the periods looked at on the columns of their word and first day. */
  String periods(String length, String column) {
    return Grain.PERIODS.stream()
        .map(
            grain ->
                "(%s = '%s' AND (%s))".formatted(length, grain.key(), condition(grain, column)))
        .collect(Collectors.joining(" OR "));
  }

  private String condition(Grain grain, String column) {
    return spans.get(grain.key()).stream()
        .map(
            span ->
                "%1$s >= toDate('%2$s') AND %1$s < toDate('%3$s')"
                    .formatted(column, span.from(), span.to()))
        .collect(Collectors.joining(" OR "));
  }
}
