package city.chengmai.analytics.job;

import java.time.LocalDate;
import java.time.Year;

/** Says when days are computed whose holidays nobody has announced to this installation. */
final class HolidayWarning {

  private HolidayWarning() {}

  /** A sentence for the log and the table of runs; empty while the holidays are known. */
  static String of(CityFrame city) {
    LocalDate latest = city.endDay().minusDays(1);
    Year year = Year.of(latest.getYear());
    return city.holidays().covers(year)
        ? ""
        : "the holidays and make-up working days of "
            + year
            + " are unknown: its days count as ordinary weekdays and weekends, and due times and"
            + " expected volumes around holidays are off; update to a release that has them";
  }
}
