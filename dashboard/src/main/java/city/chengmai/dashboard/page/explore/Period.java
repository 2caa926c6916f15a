package city.chengmai.dashboard.page.explore;

import city.chengmai.dashboard.page.TimeWindow;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Over which time an indicator is computed. */
enum Period {
  WINDOW("30-days"),
  DAY("day"),
  WEEK("week"),
  MONTH("month"),
  QUARTER("quarter"),
  YEAR("year");

  private static final int MONTHS_OF_A_QUARTER = 3;

  private final String wireName;

  Period(String wireName) {
    this.wireName = wireName;
  }

  /** The name in addresses and tables. */
  String wireName() {
    return wireName;
  }

  /** The period of this name. */
  static Optional<Period> of(String wireName) {
    return Arrays.stream(values()).filter(one -> one.wireName.equals(wireName)).findFirst();
  }

  /** The time of the value that is stored with this day. */
  TimeWindow window(LocalDate day, ZoneId zone) {
    LocalDate end =
        switch (this) {
          case WINDOW, DAY -> day.plusDays(1);
          case WEEK -> day.plusWeeks(1);
          case MONTH -> day.plusMonths(1);
          case QUARTER -> day.plusMonths(MONTHS_OF_A_QUARTER);
          case YEAR -> day.plusYears(1);
        };
    return this == WINDOW
        ? TimeWindow.trailing(day, zone)
        : new TimeWindow(day.atStartOfDay(zone), end.atStartOfDay(zone));
  }

  /** All names. */
  static List<String> names() {
    return Arrays.stream(values()).map(Period::wireName).toList();
  }
}
