package city.chengmai.analytics;

import city.chengmai.analytics.model.scan.Distance;
import city.chengmai.analytics.model.scan.ScanLimits;
import city.chengmai.analytics.model.scan.ScanPlan;
import city.chengmai.analytics.model.scan.ScanResult;
import city.chengmai.analytics.model.scan.Strata;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches a file of counts by place and day for clusters. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description =
        "Find clusters in a CSV file with the columns place,x,y,day,count (expected, population).")
final class ScanCommand implements Callable<Integer> {

  private static final String STANDARD = "-";

  @Parameters(
      paramLabel = "FILE",
      defaultValue = STANDARD,
      description = "The file; - reads standard input.")
  private String input;

  @Option(names = "--out", paramLabel = "FILE", description = "Where to write the clusters.")
  private Path output;

  @Option(
      names = "--method",
      defaultValue = "permutation",
      description = "What expected cases follow from: ${COMPLETION-CANDIDATES}.")
  private ScanRequest.Method method;

  @Option(
      names = "--units",
      defaultValue = "km",
      description = "What x and y are: ${COMPLETION-CANDIDATES} (longitude and latitude).")
  private Units units;

  @ArgGroup(exclusive = false, heading = "What counts as a cluster%n")
  private Limits limits = new Limits();

  @ArgGroup(exclusive = false, heading = "How time is seen%n")
  private Time time = new Time();

  @Option(names = "--replicas", defaultValue = "999", description = "Draws to judge by.")
  private int replicas;

  @Option(names = "--seed", defaultValue = "1", description = "Where the draws start.")
  private long seed;

  @Option(names = "--clusters", defaultValue = "10", description = "Most clusters to write.")
  private int clusters;

  /** Units of the coordinates. */
  enum Units {
    KM,
    DEGREES
  }

  /** Parts of time compared only with themselves. */
  enum Parts {
    NONE,
    WEEKDAY
  }

  /** Size of a cluster. */
  static final class Limits {

    @Option(names = "--radius", paramLabel = "KM", description = "Largest radius.")
    private double radius = Double.POSITIVE_INFINITY;

    @Option(names = "--share", description = "Largest share of all cases within.")
    private double share = ScanLimits.half().share();

    @Option(names = "--nearest", paramLabel = "N", description = "Most places.")
    private int nearest = Integer.MAX_VALUE;

    @Option(names = "--min-cases", paramLabel = "N", description = "Fewest cases.")
    private int cases = ScanLimits.half().cases();
  }

  /** Time of a cluster. */
  static final class Time {

    @Option(names = "--max-periods", paramLabel = "N", description = "Longest, in periods.")
    private int longest = Strata.WEEK;

    @Option(names = "--period-days", paramLabel = "N", description = "Days of a period.")
    private int length = 1;

    @Option(names = "--retrospective", description = "Also clusters that have ended.")
    private boolean retrospective;

    @Option(names = "--strata", description = "Compare within: ${COMPLETION-CANDIDATES}.")
    private Parts strata = Parts.NONE;

    @Option(names = "--from", paramLabel = "DAY", description = "First day of study.")
    private String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day of study.")
    private String to;
  }

  @Override
  public Integer call() throws IOException {
    ScanRequest request = request(rows());
    ScanResult found = request.run(method);
    if (output == null) {
      StringBuilder text = new StringBuilder();
      ScanOutput.write(found.clusters(), request.days(), text);
      System.out.print(text);
      return 0;
    }
    try (Writer writer = Files.newBufferedWriter(output)) {
      ScanOutput.write(found.clusters(), request.days(), writer);
    } catch (IOException e) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION, "writing clusters to " + output + ": " + e, e);
    }
    return 0;
  }

  private List<ScanRow> rows() throws IOException {
    List<String> needed =
        method == ScanRequest.Method.SPATIAL ? List.of(ScanRow.POPULATION) : List.of();
    if (input.equals(STANDARD)) {
      return ScanRow.read(
          "standard input",
          // A decoder refuses other encodings, where a character set would replace them.
          new InputStreamReader(System.in, StandardCharsets.UTF_8.newDecoder()),
          needed);
    }
    Path file = Path.of(input);
    if (!Files.isReadable(file)) {
      throw new StoreException(
          ErrorCategory.BAD_INPUT, "scanning " + input + ": expected a file that can be read");
    }
    try (Reader text = Files.newBufferedReader(file)) {
      return ScanRow.read(input, text, needed);
    }
  }

  private ScanRequest request(List<ScanRow> rows) {
    requireUsable(rows);
    IntSummaryStatistics seen = rows.stream().mapToInt(ScanRow::day).summaryStatistics();
    int last = time.to == null ? seen.getMax() : day("--to", time.to, rows.get(0));
    int first = time.from == null ? seen.getMin() : day("--from", time.from, rows.get(0));
    if (first > last) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION, "study period: its first day is after its last");
    }
    ScanDays days = new ScanDays(rows.get(0).date(), last, time.length);
    return new ScanRequest(
        rows,
        days,
        days.period(first),
        rows.stream().anyMatch(row -> row.expected() > 0),
        time.strata == Parts.WEEKDAY ? Strata.weekday() : Strata.none(),
        plan());
  }

  private static int day(String option, String text, ScanRow row) {
    if (ScanDays.isDate(text) != row.date()) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "option %s: expected a %s as in the file, seen \"%s\""
              .formatted(option, row.date() ? "date such as 2026-11-22" : "whole number", text));
    }
    try {
      return ScanDays.number(text, "option " + option);
    } catch (StoreException e) {
      throw new StoreException(ErrorCategory.BAD_CONFIGURATION, e.getMessage(), e);
    }
  }

  private void requireUsable(List<ScanRow> rows) {
    if (rows.stream().anyMatch(row -> row.date() != rows.get(0).date())) {
      throw new StoreException(
          ErrorCategory.BAD_INPUT,
          "reading days: expected either dates or whole numbers, seen both");
    }
    if (time.length < 1 || (time.length > 1 && time.strata == Parts.WEEKDAY)) {
      throw new StoreException(
          ErrorCategory.BAD_CONFIGURATION,
          "periods: expected at least one day, and one day when weekdays are told apart, seen "
              + time.length);
    }
  }

  private ScanPlan plan() {
    try {
      return new ScanPlan(
          units == Units.KM ? Distance.PLANE : Distance.SPHERE,
          new ScanLimits(limits.radius, limits.share, limits.nearest, limits.cases),
          !time.retrospective,
          time.longest,
          replicas,
          seed,
          clusters);
    } catch (IllegalArgumentException e) {
      throw new StoreException(ErrorCategory.BAD_CONFIGURATION, e.getMessage(), e);
    }
  }
}
