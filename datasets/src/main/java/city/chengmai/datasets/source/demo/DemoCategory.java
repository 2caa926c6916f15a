package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.grid.GridType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
 * @param channels weights of the channels
 * @param unit who handles it
 * @param descriptions sentences with {@code {place}}
 */
record DemoCategory(
    String id,
    String kind,
    Map<GridType, Double> shares,
    Rhythm hours,
    String season,
    DayFactors days,
    Weights<Level> levels,
    Weights<Channel> channels,
    String unit,
    List<String> descriptions) {

  /** Factors of all weekend days and holidays, beside those of the category. */
  private static final double WEEKEND = 0.88;

  private static final double HOLIDAY = 0.78;

  private static final List<Map<Level, Integer>> LEVELS =
      List.of(
          Map.of(Level.SIMPLE, 31, Level.COMPREHENSIVE, 67, Level.DIFFICULT, 2),
          Map.of(Level.SIMPLE, 21, Level.COMPREHENSIVE, 71, Level.DIFFICULT, 8),
          Map.of(Level.SIMPLE, 10, Level.COMPREHENSIVE, 68, Level.DIFFICULT, 22));

  /** Factors of a category for kinds of day. */
  record DayFactors(double weekend, double holiday, double millimetre) {}

  static DemoCategory of(CSVRecord row) {
    return new DemoCategory(
        row.get("id"),
        row.get("kind"),
        shares(row),
        Rhythm.named(row.get("hours")),
        row.get("season"),
        new DayFactors(number(row, "weekend"), number(row, "holiday"), number(row, "rain")),
        levels(LEVELS.get(Integer.parseInt(row.get("hardness")))),
        new Weights<>(Channel.ALL, channel -> number(row, channel.wireName())),
        row.get("unit"),
        List.of(row.get("descriptions").split("\\|", -1)));
  }

  /** How common it is in grids of a type on a day, next to the other categories. */
  double weight(GridType type, LocalDate day, HolidayCalendar holidays, double rain) {
    double wet = Math.max(0.4, 1 + days.millimetre() * rain);
    return shares.get(type) * calendarFactor(day, holidays) * Rhythm.season(season, day) * wet;
  }

  private double calendarFactor(LocalDate day, HolidayCalendar holidays) {
    if (holidays.isHoliday(day)) {
      return days.holiday() * HOLIDAY;
    }
    return holidays.isWorkingDay(day) ? 1 : days.weekend() * WEEKEND;
  }

  private static Map<GridType, Double> shares(CSVRecord row) {
    return Map.of(
        GridType.STREET_FRONT, number(row, "streetFront"),
        GridType.RESIDENTS_COMMITTEE, number(row, "residents"),
        GridType.VILLAGE_COMMITTEE, number(row, "village"),
        GridType.BUILDING, number(row, "building"));
  }

  private static Weights<Level> levels(Map<Level, Integer> percent) {
    return new Weights<>(Level.ALL, percent::get);
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
