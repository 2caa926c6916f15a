package city.chengmai.datasets.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The statutory holidays of mainland China with their make-up working days (法定节假日与调休), 2007 to
 * 2026, as the State Council announces them each autumn. Outside those years nothing is announced,
 * and the calendar knows weekends only: see {@link #covers}. Immutable.
 */
public final class ChineseHolidays implements HolidayCalendar {

  private static final String FILE = "chinese-holidays.csv";
  private static final String OFF = "off";

  /** True for a day off, false for a make-up working day. */
  private final TreeMap<LocalDate, Boolean> daysOff = new TreeMap<>();

  private final int lastYear;

  /** Reads the announced days from the class path. */
  public ChineseHolidays() {
    try (InputStream stream = ChineseHolidays.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("holiday file " + FILE + " is missing from the class path");
      }
      new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .skip(1)
          .map(line -> line.split(",", 2))
          .forEach(cells -> daysOff.put(LocalDate.parse(cells[0]), OFF.equals(cells[1])));
    } catch (IOException e) {
      throw new UncheckedIOException("reading holiday file " + FILE, e);
    }
    lastYear = daysOff.lastKey().getYear();
  }

  @Override
  public boolean covers(Year year) {
    return year.getValue() >= 2007 && year.getValue() <= lastYear;
  }

  @Override
  public boolean isHoliday(LocalDate day) {
    return daysOff.getOrDefault(day, false);
  }

  @Override
  public boolean isWorkingDay(LocalDate day) {
    return Optional.ofNullable(daysOff.get(day))
        .map(off -> !off)
        .orElseGet(() -> NoHolidays.isWeekday(day));
  }

  /** The announced days: true for a day off, false for a make-up working day. */
  Map<LocalDate, Boolean> announced() {
    return Map.copyOf(daysOff);
  }
}
