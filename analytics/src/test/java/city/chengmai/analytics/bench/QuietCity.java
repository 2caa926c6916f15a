package city.chengmai.analytics.bench;

import city.chengmai.datasets.calendar.HolidayCalendar;

/**
 * Daily series in which nothing happens but weekdays, holidays, a yearly wave and a slow drift;
 * from one case in three weeks to a hundred cases a day, with variances of one to three means.
 */
final class QuietCity {

  static final int HISTORY = 730;
  static final int JUDGED = 100;

  private static final double LEAST = Math.log(0.05);
  private static final double MOST = Math.log(100);
  private static final double WEEK = 7;
  private static final double DRIFT = 0.2;

  private final Draws draws;
  private final BankHolidays holidays = new BankHolidays();

  QuietCity(long seed) {
    this.draws = new Draws(seed);
  }

  /**
   * A series.
   *
   * @param mean over the days judged
   * @param counts one a day
   */
  @SuppressWarnings("ArrayRecordComponent") // Numbers of one series, never compared.
  record Quiet(double mean, double[] counts) {}

  HolidayCalendar holidays() {
    return holidays;
  }

  Quiet next() {
    double level = draws.uniform(LEAST, MOST);
    double drift = draws.uniform(-DRIFT, DRIFT);
    double wave = draws.uniform(0, 0.5);
    double phase = draws.uniform(0, 2 * Math.PI);
    double weekend = draws.uniform(-1, 0.3);
    double holiday = draws.uniform(-0.7, 0.7);
    double dispersion = draws.oneOf(1, 1.5, 3);
    double[] counts = new double[HISTORY + JUDGED];
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double mean =
          Math.exp(
              level
                  + drift * i / DailyDesign.YEAR
                  + wave * Math.cos(2 * Math.PI * i / DailyDesign.YEAR + phase)
                  + (i % WEEK >= 5 ? weekend : 0)
                  + (holidays.isHoliday(DailyDesign.START.toLocalDate().plusDays(i))
                      ? holiday
                      : 0));
      counts[i] = draws.count(mean, dispersion);
      sum += i >= HISTORY ? mean : 0;
    }
    return new Quiet(sum / JUDGED, counts);
  }
}
