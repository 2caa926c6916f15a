package city.chengmai.analytics.model.series;

import city.chengmai.datasets.calendar.HolidayCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.hipparchus.random.RandomDataGenerator;

/** Poisson series of known means. */
final class Simulated {

  static final LocalDateTime MONDAY = LocalDateTime.of(2018, 1, 1, 0, 0);

  private Simulated() {}

  static CountSeries series(Cadence cadence, int length, long seed, IntToDoubleFunction means) {
    RandomDataGenerator random = new RandomDataGenerator(seed);
    double[] counts = new double[length];
    for (int i = 0; i < length; i++) {
      counts[i] = random.nextPoisson(means.applyAsDouble(i));
    }
    return CountSeries.of(MONDAY, cadence, counts);
  }

  /** The first periods of a series. */
  static CountSeries first(CountSeries series, int length) {
    return new CountSeries(
        series.start(),
        series.cadence(),
        Arrays.copyOf(series.counts(), length),
        Arrays.copyOf(series.exposure(), length));
  }

  /** A calendar whose holidays are the 1st and 2nd of February, May, August and November. */
  static final class Quarterly implements HolidayCalendar {

    @Override
    public boolean isHoliday(LocalDate day) {
      return day.getMonthValue() % 3 == 2 && day.getDayOfMonth() <= 2;
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
      return !isHoliday(day) && day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }
  }
}
