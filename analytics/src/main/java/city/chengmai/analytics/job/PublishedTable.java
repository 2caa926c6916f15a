package city.chengmai.analytics.job;

import java.util.List;

/** The tables whose values are published: a published value never changes without a trace. */
enum PublishedTable {
  INDICATOR_1D("indicator_1d", List.of("indicator", "area_id"), "day"),
  INDICATOR_30D("indicator_30d", List.of("indicator", "area_id"), "day"),
  INDICATOR_PERIODS("indicator_periods", List.of("indicator", "area_id", "period"), "period_start"),
  PORTRAITS("portraits", List.of("area_id", "dimension"), "day");

  private final String table;

  @SuppressWarnings("ImmutableEnumChecker") // Of List.of, which nobody can change.
  private final List<String> subject;

  private final String day;

  PublishedTable(String table, List<String> subject, String day) {
    this.table = table;
    this.subject = subject;
    this.day = day;
  }

  String table() {
    return table;
  }

  /** The columns that are the key together with the day. */
  List<String> subject() {
    return subject;
  }

  /** The column of the day, or of the first day of a period. */
  String day() {
    return day;
  }
}
