package city.chengmai.analytics.detect;

import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Holidays from a file: one date a row; a second column {@code work} makes the day a make-up
 * working day (调休) instead, {@code holiday} or nothing says what it is anyway.
 */
final class FileHolidays implements HolidayCalendar {

  private static final String WORK = "work";
  private static final Set<String> NO_WORK = Set.of("", "holiday");

  private final Set<LocalDate> holidays = new HashSet<>();
  private final Set<LocalDate> working = new HashSet<>();

  FileHolidays(Path file) throws IOException {
    try (CSVParser parser =
        CSVFormat.DEFAULT.builder().setTrim(true).get().parse(Files.newBufferedReader(file))) {
      for (CSVRecord row : parser) {
        add(file, row);
      }
    }
  }

  private void add(Path file, CSVRecord row) {
    String cell = row.get(0).replace("\uFEFF", "");
    Optional<LocalDate> day = Dates.parse(cell).map(at -> at.toLocalDate());
    if (day.isEmpty()) {
      if (row.getRecordNumber() == 1 && !cell.matches("\\d.*")) {
        return;
      }
      throw refused(file, row, "the date \"" + cell + "\"; expected one such as 2026-10-01");
    }
    String kind = row.size() > 1 ? row.get(1) : "";
    if (!kind.equals(WORK) && !NO_WORK.contains(kind)) {
      throw refused(
          file, row, "the kind \"" + kind + "\"; expected work, holiday or no second column");
    }
    (kind.equals(WORK) ? working : holidays).add(day.get());
  }

  private static StoreException refused(Path file, CSVRecord row, String seen) {
    return new StoreException(
        ErrorCategory.BAD_INPUT, file + " row " + row.getRecordNumber() + " has " + seen);
  }

  @Override
  public boolean isHoliday(LocalDate day) {
    return holidays.contains(day);
  }

  @Override
  public boolean isWorkingDay(LocalDate day) {
    return working.contains(day)
        || (!isHoliday(day) && day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0);
  }
}
