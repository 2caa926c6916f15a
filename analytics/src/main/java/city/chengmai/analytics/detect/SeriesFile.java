package city.chengmai.analytics.detect;

import city.chengmai.analytics.model.series.Cadence;
import city.chengmai.analytics.model.series.CountSeries;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads rows of date, count and, if there is one, exposure, in any order, with or without a header.
 * Whether they are hours, days or weeks is told by the smallest step.
 */
final class SeriesFile {

  private static final Map<Duration, Cadence> STEPS =
      Map.of(
          ChronoUnit.HOURS.getDuration(), Cadence.HOUR,
          ChronoUnit.DAYS.getDuration(), Cadence.DAY,
          ChronoUnit.WEEKS.getDuration(), Cadence.WEEK);

  private static final double MOST = 1e9;

  private final String name;
  private final boolean fill;
  private final TreeMap<LocalDateTime, Row> rows = new TreeMap<>();
  private boolean exposures;

  /**
   * A reader.
   *
   * @param name of the file, for messages
   * @param fill whether a missing period has a count of 0 instead of being refused
   */
  SeriesFile(String name, boolean fill) {
    this.name = name;
    this.fill = fill;
  }

  private record Row(long line, double count, double exposure) {}

  /** The series, first period first. */
  CountSeries read(Reader text) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setTrim(true).setIgnoreEmptyLines(true).get();
    try (CSVParser parser = format.parse(text)) {
      for (CSVRecord record : parser) {
        add(record, parser.getCurrentLineNumber());
      }
    }
    if (rows.size() < 2) {
      throw refused("holds " + rows.size() + " rows of date and count", "at least 2 rows");
    }
    return series(cadence());
  }

  private void add(CSVRecord record, long line) {
    String cell = record.get(0).replace("\uFEFF", "");
    if (rows.isEmpty() && record.getRecordNumber() == 1 && !Character.isDigit(first(cell))) {
      return;
    }
    if (record.size() < 2) {
      throw refused("line " + line + " has one column", "date,count");
    }
    LocalDateTime at =
        Dates.parse(cell)
            .orElseThrow(
                () ->
                    refused(
                        "line " + line + " has the date \"" + cell + "\"",
                        "2026-03-20 or 2026-03-20 13:00"));
    Row row = new Row(line, count(record.get(1), line), exposure(record, line));
    Row twice = rows.put(at, row);
    if (twice != null) {
      throw refused(
          "lines " + twice.line + " and " + line + " both have the date " + cell,
          "one row a period; add them up");
    }
  }

  private static char first(String cell) {
    return cell.isEmpty() ? ' ' : cell.charAt(0);
  }

  private double count(String cell, long line) {
    double count = number(cell, line, "count");
    if (!(count >= 0 && count <= MOST) || count != Math.rint(count)) {
      throw refused(
          "line " + line + " has the count " + cell, "a whole number from 0 to 1000000000");
    }
    return count;
  }

  private double exposure(CSVRecord record, long line) {
    exposures |= record.size() >= 3;
    double exposure = record.size() < 3 ? 1 : number(record.get(2), line, "exposure");
    if (!(exposure > 0) || Double.isInfinite(exposure)) {
      throw refused("line " + line + " has the exposure " + exposure, "a number above 0");
    }
    return exposure;
  }

  private double number(String cell, long line, String what) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw refused("line " + line + " has the " + what + " \"" + cell + "\"", "a number");
    }
  }

  private Cadence cadence() {
    Duration smallest = null;
    Iterator<LocalDateTime> times = rows.keySet().iterator();
    LocalDateTime before = times.next();
    while (times.hasNext()) {
      LocalDateTime next = times.next();
      Duration step = Duration.between(before, next);
      smallest = smallest == null || step.compareTo(smallest) < 0 ? step : smallest;
      before = next;
    }
    Cadence cadence = STEPS.get(smallest);
    if (cadence == null) {
      throw refused("has rows " + smallest.toHours() + " hours apart", "hours, days or weeks");
    }
    return cadence;
  }

  private CountSeries series(Cadence cadence) {
    LocalDateTime start = rows.firstKey();
    int length = (int) cadence.between(start, rows.lastKey()) + 1;
    double[] counts = new double[length];
    double[] exposure = new double[length];
    CountSeries series = CountSeries.of(start, cadence, counts);
    for (int i = 0; i < length; i++) {
      Row row = rows.get(series.at(i));
      if (row == null) {
        row = filled(Dates.text(series.at(i), cadence));
      }
      counts[i] = row.count;
      exposure[i] = row.exposure;
    }
    long taken = rows.keySet().stream().filter(at -> on(series, at)).count();
    if (taken < rows.size()) {
      throw refused("has dates that are no whole steps apart", "steps of one " + cadence);
    }
    return new CountSeries(start, cadence, counts, exposure);
  }

  private Row filled(String period) {
    if (!fill) {
      throw refused(
          "has no row for " + period,
          "a row for each period; write 0 where nothing happened, or give --missing-is-zero");
    }
    if (exposures) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          name
              + " has exposures and no row for "
              + period
              + ", so that --missing-is-zero does not know its exposure; add the row");
    }
    return new Row(0, 0, 1);
  }

  private static boolean on(CountSeries series, LocalDateTime at) {
    return series.at((int) series.cadence().between(series.start(), at)).equals(at);
  }

  private StoreException refused(String seen, String expected) {
    return new StoreException(
        ErrorCategory.BAD_INPUT, name + " " + seen + "; expected " + expected);
  }
}
