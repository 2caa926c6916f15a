package city.chengmai.analytics.detect;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DetectCommandTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 120;
  private static final int STRUCK = 100;

  @TempDir private Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final AtomicReference<Exception> fault = new AtomicReference<>();

  @ParameterizedTest
  @ValueSource(strings = {"seasonal", "ears-c1", "ears-c2", "ears-c3"})
  void dayWithFarTooManyIsAnAlarm(String method) throws IOException {
    Path file = write(days(1));

    assertThat(run(file.toString(), "--method", method, "--alpha=0.0001")).isZero();

    assertThat(out.toString())
        .startsWith("date,count,expected,lower,upper,p,score,alarm\n")
        .contains("2024-04-10,90,");
    assertThat(alarms()).contains("2024-04-10");
  }

  @Test
  void alarmsOnlyLeavesTheRestOut() throws IOException {
    assertThat(run(write(days(1)).toString(), "--alarms-only", "--single", "--alpha=1e-6"))
        .isZero();

    assertThat(out.toString().lines().skip(1))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("2024-04-10");
  }

  @Test
  void weeksAreJudgedByFarrington() throws IOException {
    List<String> weeks = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 320; i++) {
      weeks.add(FIRST.plusWeeks(i) + "," + (i == 310 ? 60 : 8 + random.nextInt(5)));
    }

    assertThat(run(write(weeks).toString(), "--method=farrington", "--years=3")).isZero();

    assertThat(alarms()).contains(FIRST.plusWeeks(310).toString());
  }

  @Test
  void firstDaysMayBeJudgedByEars() throws IOException {
    Path file = write(days(1));
    run(file.toString());
    assertThat(out.toString()).contains("\n2024-01-29,").doesNotContain("\n2024-01-28,");
    out.getBuffer().setLength(0);

    run(file.toString(), "--cold-start", "--smallest-deviation=1");

    assertThat(out.toString()).contains("\n2024-01-10,").doesNotContain("\n2024-01-09,");
  }

  @Test
  void orderOfRowsChangesNothing() throws IOException {
    List<String> rows = days(1);
    run(write(rows).toString());
    String ordered = out.toString();
    out.getBuffer().setLength(0);
    Collections.shuffle(rows, new Random(4));
    run(write(rows).toString());

    assertThat(out.toString()).isEqualTo(ordered);
  }

  @Test
  void laterDaysChangeNoEarlierLine() throws IOException {
    List<String> rows = days(1);
    run(write(rows.subList(0, STRUCK)).toString());
    String earlier = out.toString();
    out.getBuffer().setLength(0);
    run(write(rows).toString());

    assertThat(out.toString()).startsWith(earlier);
  }

  @Test
  void holidaysComeFromAFile() throws IOException {
    Path holidays = directory.resolve("holidays.csv");
    Files.writeString(holidays, "date,kind\n2024-02-10\n2024-02-18,work\n2024-03-29\n");

    assertThat(run(write(days(1)).toString(), "--holidays", holidays.toString())).isZero();

    assertThat(alarms()).contains("2024-04-10");
  }

  @Test
  void missingPeriodsMayBeZero() throws IOException {
    List<String> rows = days(1);
    rows.remove(50);

    assertThat(run(write(rows).toString(), "--missing-is-zero")).isZero();

    assertThat(out.toString()).contains("2024-02-20,0,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-01-01,3;2024-01-02,x        | line 2 has the count "x"
          2024-01-01,3;2024-01-02,-1       | whole number from 0 to
          2024-01-01,3;2024-01-02,Infinity | whole number from 0 to
          2024-01-01,3;2024-01-02,1e10     | whole number from 0 to
          2024-01-01,3;2024-01-01,4        | lines 1 and 2 both have the date 2024-01-01
          2024-01-01,3;2024-01-02,4;2024-01-04,1 | no row for 2024-01-03
          2024-01-01,3;02.01.2024,4        | has the date "02.01.2024"
          2024-01-01,3;2024-01-04,4        | has rows 72 hours apart
          2024-01-01,3                     | holds 1 rows
          2024-01-01,3;2024-01-02,4        | too few for seasonal
          2024-01-01,3,0;2024-01-02,4,1    | exposure 0.0
          """)
  void tellsWhatIsWrongWithAFile(String rows, String message) throws IOException {
    run(write(Arrays.asList(rows.split(";"))).toString());

    refused(ErrorCategory.BAD_INPUT, message);
  }

  @Test
  void tellsThatThereIsNoFile() {
    run(directory.resolve("none.csv").toString());

    assertThat(fault.get()).hasMessageContaining("there is no file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.0", "0.6", "1.0E-13", "1.0E-17", "NaN"})
  void numberOutOfRangeIsWrongUsage(String alpha) throws IOException {
    assertThat(run(write(days(1)).toString(), "--alpha=" + alpha)).isEqualTo(2);

    assertThat(err.toString()).contains("--alpha must lie between 1e-12 and 0.5, but is " + alpha);
  }

  @Test
  void smallestAlphaEnds() throws IOException {
    assertThat(run(write(days(1)).toString(), "--alpha=1e-12")).isZero();
  }

  @Test
  void periodWithoutExposureIsNotFilled() throws IOException {
    Path file = write(List.of("2024-01-01,3,9", "2024-01-02,4,9", "2024-01-04,1,9"));

    run(file.toString(), "--missing-is-zero");

    refused(ErrorCategory.BAD_CONFIGURATION, "has exposures and no row for 2024-01-03");
  }

  @Test
  void answerThatCannotBeWrittenIsRefused() throws IOException {
    String folder = directory.resolve("none").resolve("out.csv").toString();
    run(write(days(1)).toString(), "--out", folder);

    refused(ErrorCategory.BAD_CONFIGURATION, "writing judgements to " + folder);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void fullDiskIsNoSuccess() throws IOException {
    run(write(days(1)).toString(), "--out=/dev/full");

    refused(ErrorCategory.BAD_CONFIGURATION, "writing judgements to /dev/full");
  }

  @Test
  void otherEncodingsAndFoldersAreRefused() throws IOException {
    Path file = directory.resolve("other.csv");
    Files.write(file, "日期,件数\n2024-01-01,3\n".getBytes(Charset.forName("GBK")));
    run(file.toString());
    refused(ErrorCategory.BAD_INPUT, "other.csv: expected UTF-8 text");

    run(write(days(1)).toString(), "--holidays", file.toString());
    refused(ErrorCategory.BAD_INPUT, "other.csv: expected UTF-8 text");

    run(directory.toString());
    refused(ErrorCategory.BAD_INPUT, directory + ": expected UTF-8 text");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-2-10;2024-02-11         | row 1 has the date "2024-2-10"
          date;2024-02-10,wrok         | row 2 has the kind "wrok"; expected work
          """)
  void mistypedHolidayIsRefused(String rows, String message) throws IOException {
    Path holidays = directory.resolve("holidays.csv");
    Files.write(holidays, Arrays.asList(rows.split(";")));

    run(write(days(1)).toString(), "--holidays", holidays.toString());

    refused(ErrorCategory.BAD_INPUT, message);
  }

  private void refused(ErrorCategory category, String message) {
    assertThat(fault.getAndSet(null))
        .isInstanceOfSatisfying(
            StoreException.class, refusal -> assertThat(refusal.category()).isEqualTo(category))
        .hasMessageContaining(message);
  }

  private int run(String... arguments) {
    return new CommandLine(new DetectCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(
            (exception, command, parsed) -> {
              fault.set(exception);
              return -1;
            })
        .execute(arguments);
  }

  private List<String> alarms() {
    return out.toString()
        .lines()
        .filter(line -> line.endsWith(",1"))
        .map(line -> line.substring(0, line.indexOf(',')))
        .toList();
  }

  private Path write(List<String> rows) throws IOException {
    Path file = directory.resolve("counts.csv");
    Files.write(file, rows);
    return file;
  }

  private static List<String> days(long seed) {
    List<String> rows = new ArrayList<>();
    Random random = new Random(seed);
    for (int i = 0; i < DAYS; i++) {
      rows.add(FIRST.plusDays(i) + "," + (i == STRUCK ? 90 : 10 + random.nextInt(6)));
    }
    return rows;
  }
}
