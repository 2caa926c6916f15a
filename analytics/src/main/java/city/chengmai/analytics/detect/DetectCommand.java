package city.chengmai.analytics.detect;

import city.chengmai.analytics.model.series.CountSeries;
import city.chengmai.analytics.model.series.Judgement;
import city.chengmai.analytics.model.series.SeriesDetector;
import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.calendar.HolidayCalendars;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a series of one's own. */
@Command(
    name = "detect",
    mixinStandardHelpOptions = true,
    description =
        "Judge each period of a CSV file date,count[,exposure] by the periods before it. Writes"
            + " date,count,expected,lower,upper,p,score,alarm.")
public final class DetectCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The counts: hours, days or weeks.")
  private Path file;

  @Mixin private MethodOptions options;

  @Option(
      names = "--holidays",
      paramLabel = "FILE",
      description = "Holidays, one date a row; \"date,work\" is a make-up working day.")
  private Path holidays;

  @Option(
      names = "--calendar",
      paramLabel = "NAME",
      defaultValue = "none",
      description = "Holidays known by name: china, us-federal or none. Default: none.")
  private String calendar;

  @Option(names = "--missing-is-zero", description = "A period without a row has a count of 0.")
  private boolean fill;

  @Option(names = "--alarms-only", description = "Write the periods with an alarm only.")
  private boolean alarmsOnly;

  @Option(names = "--out", paramLabel = "FILE", description = "Write there, not to the terminal.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    SeriesDetector detector = detector();
    CountSeries series = read();
    List<Judgement> judgements = judge(detector, series);
    if (out == null) {
      write(series, judgements, spec.commandLine().getOut());
      return 0;
    }
    try (Writer writer = Files.newBufferedWriter(out)) {
      write(series, judgements, writer);
    } catch (IOException e) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION, "writing judgements to " + out + ": " + e, e);
    }
    return 0;
  }

  private SeriesDetector detector() {
    try {
      return options.detector(calendar());
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private HolidayCalendar calendar() {
    if (holidays == null) {
      return HolidayCalendars.named(calendar);
    }
    try {
      return new FileHolidays(holidays);
    } catch (NoSuchFileException e) {
      throw missing(holidays, e);
    } catch (IOException | UncheckedIOException e) {
      throw TextFault.of(holidays.toString(), e);
    }
  }

  private CountSeries read() {
    try (BufferedReader text = Files.newBufferedReader(file)) {
      return new SeriesFile(file.toString(), fill).read(text);
    } catch (NoSuchFileException e) {
      throw missing(file, e);
    } catch (IOException | UncheckedIOException e) {
      throw TextFault.of(file.toString(), e);
    }
  }

  private List<Judgement> judge(SeriesDetector detector, CountSeries series) {
    List<Judgement> judgements;
    try {
      judgements = detector.judge(series, 0, series.length());
    } catch (IllegalArgumentException e) {
      throw new StoreException(ErrorCategory.BAD_INPUT, file + ": " + e.getMessage(), e);
    }
    if (judgements.isEmpty()) {
      throw new StoreException(
          ErrorCategory.BAD_INPUT,
          "%s holds %d periods by %s, too few for %s to judge one; give more history or --method ears-c2"
              .formatted(
                  file,
                  series.length(),
                  series.cadence().name().toLowerCase(Locale.ROOT),
                  options.method()));
    }
    return judgements;
  }

  private void write(CountSeries series, List<Judgement> judgements, Appendable target)
      throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setRecordSeparator('\n')
            .setHeader("date", "count", "expected", "lower", "upper", "p", "score", "alarm")
            .get();
    CSVPrinter printer = new CSVPrinter(target, format);
    for (Judgement period : judgements) {
      if (period.alarm() || !alarmsOnly) {
        printer.printRecord(
            Dates.text(series.at(period.position()), series.cadence()),
            (long) period.observed(),
            number(period.expected()),
            number(period.lower()),
            number(period.upper()),
            String.format(Locale.ROOT, "%.6g", period.p()),
            number(period.score()),
            period.alarm() ? 1 : 0);
      }
    }
    printer.flush();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  private static StoreException missing(Path path, NoSuchFileException cause) {
    return new StoreException(
        ErrorCategory.BAD_INPUT, "there is no file " + path + "; check the path", cause);
  }
}
