package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.grid.GridType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/**
 * A leaf of the category tree and how it behaves.
 *
 * @param id leaf id
 * @param kind component or event
 * @param shares how common it is in street-front, residents', village and building grids
 * @param hours when people notice it
 * @param season name of the season when it is common
 * @param days factors of a weekend day, of a holiday, and what a millimetre of rain adds
 * @param levels weights of the three levels
 * @param channels weights of the channels, in their order
 * @param unit who handles it
 * @param descriptions sentences with {@code {place}}
 */
record DemoCategory(
    String id,
    String kind,
    double[] shares,
    Rhythm hours,
    String season,
    DayFactors days,
    double[] levels,
    double[] channels,
    String unit,
    List<String> descriptions) {

  /** Factors of all weekend days and holidays, beside those of the category. */
  private static final double WEEKEND = 0.88;

  private static final double HOLIDAY = 0.78;

  private static final double[][] LEVELS = {{31, 67, 2}, {21, 71, 8}, {10, 68, 22}};

  /** Factors of a category for kinds of day. */
  record DayFactors(double weekend, double holiday, double millimetre) {}

  static DemoCategory of(CSVRecord row) {
    return new DemoCategory(
        row.get("id"),
        row.get("kind"),
        numbers(row, "streetFront", "residents", "village", "building"),
        Rhythm.named(row.get("hours")),
        row.get("season"),
        new DayFactors(number(row, "weekend"), number(row, "holiday"), number(row, "rain")),
        LEVELS[Integer.parseInt(row.get("hardness"))],
        numbers(row, "patrol", "hotline", "app", "sensor", "visit"),
        row.get("unit"),
        Arrays.asList(row.get("descriptions").split("\\|")));
  }

  /** How common it is in grids of a type on a day, next to the other categories. */
  double weight(GridType type, LocalDate day, HolidayCalendar holidays, double rain) {
    double wet = Math.max(0.4, 1 + days.millimetre() * rain);
    return shares[type.ordinal()]
        * calendarFactor(day, holidays)
        * Rhythm.season(season, day)
        * wet;
  }

  private double calendarFactor(LocalDate day, HolidayCalendar holidays) {
    if (holidays.isHoliday(day)) {
      return days.holiday() * HOLIDAY;
    }
    return holidays.isWorkingDay(day) ? 1 : days.weekend() * WEEKEND;
  }

  private static double[] numbers(CSVRecord row, String... columns) {
    return Stream.of(columns).mapToDouble(column -> number(row, column)).toArray();
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
