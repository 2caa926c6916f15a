package city.chengmai.analytics;

import city.chengmai.analytics.detect.TextFault;
import city.chengmai.analytics.model.scan.Place;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A row of the file that is scanned.
 *
 * @param day number of the day
 * @param date whether the day was written as a date
 * @param count cases, 1 without such a column
 * @param expected cases by a forecast, 0 without such a column
 * @param population people at the place, 0 without such a column
 */
record ScanRow(Place place, int day, boolean date, int count, double expected, double population) {

  static final String EXPECTED = "expected";
  static final String POPULATION = "population";

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreHeaderCase(true)
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  /**
   * All rows of a file.
   *
   * @param needed columns beside place, x, y and day
   */
  static List<ScanRow> read(String file, Reader text, List<String> needed) {
    List<ScanRow> rows = new ArrayList<>();
    try (CSVParser parser = FORMAT.parse(withoutMark(text))) {
      List<String> names = new ArrayList<>(List.of("place", "x", "y", "day"));
      names.addAll(needed);
      for (String name : names) {
        if (!parser.getHeaderMap().containsKey(name)) {
          throw bad(
              file
                  + ": expected a first line with the columns "
                  + String.join(",", names)
                  + ", seen "
                  + String.join(",", parser.getHeaderNames()));
        }
      }
      for (CSVRecord row : parser) {
        rows.add(row(file + " line " + parser.getCurrentLineNumber(), row));
      }
    } catch (IOException | UncheckedIOException e) {
      throw TextFault.of(file, e);
    } catch (IllegalArgumentException e) {
      throw new StoreException(
          ErrorCategory.BAD_INPUT, "reading " + file + " as CSV: " + e.getMessage(), e);
    }
    if (rows.isEmpty()) {
      throw bad(file + ": expected at least one row below the names of the columns, seen none");
    }
    return rows;
  }

  /** Spreadsheets put a byte order mark in front. */
  private static Reader withoutMark(Reader text) throws IOException {
    BufferedReader buffered = new BufferedReader(text);
    buffered.mark(1);
    if (buffered.read() != '\uFEFF') {
      buffered.reset();
    }
    return buffered;
  }

  private static ScanRow row(String where, CSVRecord row) {
    if (!row.isConsistent()) {
      throw bad(where + ": expected as many cells as there are columns, seen " + row.size());
    }
    String day = row.get("day");
    double count = number(where, row, "count", 1);
    if (count != Math.rint(count) || count < 0 || count > Integer.MAX_VALUE) {
      throw bad(where + " column count: expected a whole number of at least 0, seen " + count);
    }
    return new ScanRow(
        new Place(row.get("place"), number(where, row, "x", 0), number(where, row, "y", 0)),
        ScanDays.number(day, where + " column day"),
        ScanDays.isDate(day),
        (int) count,
        number(where, row, EXPECTED, 0),
        number(where, row, POPULATION, 0));
  }

  private static double number(String where, CSVRecord row, String column, double otherwise) {
    if (!row.isMapped(column)) {
      return otherwise;
    }
    String cell = row.get(column);
    try {
      double number = Double.parseDouble(cell);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new StoreException(
          ErrorCategory.BAD_INPUT,
          where + " column " + column + ": expected a number, seen \"" + cell + "\"",
          e);
    }
    throw bad(where + " column " + column + ": expected a number, seen \"" + cell + "\"");
  }

  private static StoreException bad(String message) {
    return new StoreException(ErrorCategory.BAD_INPUT, message);
  }
}
