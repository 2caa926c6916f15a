package city.chengmai.analytics.bench;

import java.util.List;
import java.util.Map;

/**
 * The windows of a script, as ClickHouse tells them.
 *
 * @param table table of results
 * @param number function that numbers a moment's window
 * @param start function that gives the first day of a day's window
 * @param span windows that a moment counts for
 * @param days of a window, 0 for those of the period that the city reports
 * @param period word of the period, empty for days
 */
record BenchWindow(String table, String number, String start, int span, int days, String period) {

  static final List<BenchWindow> ALL =
      List.of(
          new BenchWindow("indicator_1d", "toRelativeDayNum", "toDate", 1, 1, ""),
          new BenchWindow("indicator_30d", "toRelativeDayNum", "toDate", 30, 30, ""),
          period("week", "toRelativeWeekNum", "toMonday"),
          period("month", "toRelativeMonthNum", "toStartOfMonth"),
          period("quarter", "toRelativeQuarterNum", "toStartOfQuarter"),
          period("year", "toRelativeYearNum", "toStartOfYear"));

  private static BenchWindow period(String word, String number, String start) {
    return new BenchWindow("indicator_periods", number, start, 1, 0, word);
  }

  /** The windows of a table, which differ in their length alone. */
  static BenchWindow of(String table) {
    return ALL.stream().filter(window -> window.table.equals(table)).findFirst().orElseThrow();
  }

  Map<String, String> values() {
    return Map.of(
        "number",
        number,
        "start",
        start,
        "span",
        String.valueOf(span),
        "days",
        String.valueOf(days),
        "key",
        period.isEmpty() ? "day" : "period, period_start",
        "value",
        period.isEmpty() ? "starts" : "'" + period + "', starts");
  }

  /** The columns that are the key of a row. */
  String key() {
    return "area_id, indicator, " + values().get("key");
  }
}
