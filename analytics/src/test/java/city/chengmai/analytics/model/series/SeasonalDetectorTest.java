package city.chengmai.analytics.model.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.calendar.NoHolidays;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeasonalDetectorTest {

  private static final SeasonalSettings SETTINGS = SeasonalSettings.standard(0.001);
  private static final int YEARS = 3 * 365;

  @Test
  void hourOfWeekIsPartOfWhatIsExpected() {
    // Busy on Friday evenings only: 20 cases an hour there are ordinary, on a Monday they are not.
    int hours = 20 * 168;
    CountSeries series =
        Simulated.series(Cadence.HOUR, hours, 1, i -> i % 168 == 4 * 24 + 18 ? 20 : 1);
    int monday = 18 * 168 + 18;
    series.counts()[monday] = 20;

    List<Judgement> judgements =
        new SeasonalDetector(new NoHolidays(), SETTINGS.unpooled()).judge(series, monday, hours);

    assertThat(judgements.get(0).alarm()).isTrue();
    Judgement friday = judgements.get(4 * 24);
    assertThat(friday.alarm()).isFalse();
    assertThat(friday.expected()).isBetween(14.0, 24.0);
    assertThat(judgements.get(4 * 24 + 1).expected()).isLessThan(2);
  }

  @Test
  void expectationGrowsWithExposure() {
    CountSeries plain = Simulated.series(Cadence.DAY, 400, 2, i -> i < 380 ? 10 : 30);
    double[] exposure = new double[400];
    Arrays.setAll(exposure, i -> i < 380 ? 1_000 : 3_000);
    CountSeries exposed = new CountSeries(plain.start(), plain.cadence(), plain.counts(), exposure);
    SeasonalDetector detector = new SeasonalDetector(new NoHolidays(), SETTINGS);

    assertThat(detector.judge(plain, 385, 400)).allMatch(Judgement::alarm);
    assertThat(detector.judge(exposed, 385, 400))
        .noneMatch(Judgement::alarm)
        .allSatisfy(day -> assertThat(day.expected()).isBetween(24.0, 36.0));
  }

  @Test
  void holidayAndDayAfterAreLearntByWeekday() {
    HolidayCalendar calendar = new Simulated.Quarterly();
    CountSeries series = Simulated.series(Cadence.DAY, YEARS + 60, 3, i -> volume(i, calendar));

    List<Judgement> judgements =
        new SeasonalDetector(calendar, SETTINGS.unpooled()).judge(series, YEARS, YEARS + 60);

    // The 1st of February 2021 is a Monday; volumes double on holidays.
    Judgement holiday = judgements.get(day(2021, 2, 1) - YEARS);
    assertThat(holiday.expected()).isCloseTo(40, within(8.0));
    assertThat(holiday.alarm()).isFalse();
    assertThat(judgements.get(day(2021, 2, 3) - YEARS).expected()).isCloseTo(20, within(5.0));
    assertThat(judgements.stream().filter(Judgement::alarm)).hasSizeLessThan(3);
  }

  @Test
  void riseOverTwoPeriodsIsMoreThanEitherAlone() {
    CountSeries series = Simulated.series(Cadence.WEEK, 260, 4, i -> 20);
    series.counts()[250] = 31;
    series.counts()[251] = 32;

    double alone =
        new SeasonalDetector(new NoHolidays(), SETTINGS.unpooled())
            .judge(series, 251, 252)
            .get(0)
            .p();
    double pooled =
        new SeasonalDetector(new NoHolidays(), SETTINGS).judge(series, 251, 252).get(0).p();

    assertThat(pooled).isLessThan(alone);
  }

  @Test
  void seriesWithHardlyACaseHasALevelOnly() {
    CountSeries series = Simulated.series(Cadence.DAY, 800, 5, i -> 0.01);
    series.counts()[790] = 1;

    Judgement day = new SeasonalDetector(new NoHolidays(), SETTINGS).judge(series, 790, 791).get(0);

    assertThat(day.expected()).isBetween(0.001, 0.03);
    assertThat(day.p()).isBetween(0.001, 0.1);
  }

  private static double volume(int position, HolidayCalendar calendar) {
    LocalDate day = Simulated.MONDAY.toLocalDate().plusDays(position);
    return calendar.isHoliday(day) ? 40 : 20;
  }

  private static int day(int year, int month, int day) {
    return (int)
        (LocalDate.of(year, month, day).toEpochDay() - Simulated.MONDAY.toLocalDate().toEpochDay());
  }
}
