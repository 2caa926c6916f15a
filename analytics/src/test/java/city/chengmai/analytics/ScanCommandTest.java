package city.chengmai.analytics;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ScanCommandTest {

  private static final LocalDate LAST = LocalDate.of(2026, 11, 22);
  private static final int DAYS = 28;

  @TempDir private Path folder;
  private Path input;
  private Path output;
  private final StringWriter said = new StringWriter();

  @BeforeEach
  void files() {
    input = folder.resolve("counts.csv");
    output = folder.resolve("clusters.csv");
  }

  @Test
  void clusterOfTheLastDaysIsFoundWithItsPlacesAndDays() throws IOException {
    write(rows());

    assertThat(run("--radius=1.5")).isZero();

    List<String> lines = Files.readAllLines(output);
    assertThat(lines.get(0)).startsWith("cluster,centre,x,y,radius,places,first_day,last_day,");
    assertThat(lines.get(1))
        .startsWith("1,2-2,2.0,2.0,0.0000,2-2,2026-11-20,2026-11-22,")
        .contains(",0.00100000,")
        .endsWith(",1000.0");
  }

  @Test
  void orderOfRowsAndOfColumnsDoesNotMatter() throws IOException {
    write(rows());
    run("--radius=1.5");
    List<String> before = Files.readAllLines(output);
    List<String> shuffled = new ArrayList<>();
    for (String row : rows()) {
      String[] c = row.split(",", -1);
      shuffled.add(String.join(",", c[3], c[4], c[0], c[2], c[1]));
    }
    Collections.shuffle(shuffled, new Random(1));
    Files.write(
        input, Stream.concat(Stream.of("\uFEFFDay,Count,Place,Y,X"), shuffled.stream()).toList());

    run("--radius=1.5");

    assertThat(Files.readAllLines(output)).isEqualTo(before);
  }

  @Test
  void everyMethodTakesTheSameFile() throws IOException {
    List<String> rows = new ArrayList<>();
    rows().forEach(row -> rows.add(row + ",1000"));
    Files.write(
        input, Stream.concat(Stream.of("place,x,y,day,count,population"), rows.stream()).toList());

    for (String method : List.of("permutation", "expectation", "spatial")) {
      assertThat(run("--method=" + method, "--radius=1.5", "--replicas=99")).isZero();
      assertThat(Files.readAllLines(output).get(1)).startsWith("1,2-2,");
    }
  }

  @Test
  void periodsOfSeveralDaysEndOnTheLastDay() throws IOException {
    write(rows());

    assertThat(run("--radius=1.5", "--period-days=3", "--max-periods=2")).isZero();

    assertThat(Files.readAllLines(output).get(1)).contains(",2026-11-20,2026-11-22,");
  }

  @Test
  void daysMayBeNumbersAndTheStudyEndEarlier() throws IOException {
    write(List.of("a,0,0,1,1", "b,9,9,2,1", "a,0,0,3,4", "b,9,9,9,50"));

    assertThat(run("--to=3", "--share=1")).isZero();

    assertThat(Files.readAllLines(output).get(1)).startsWith("1,a,0.0,0.0,0.0000,a,3,3,4,");
  }

  @Test
  void datesMayHaveSlashesAndSingleDigits() throws IOException {
    write(List.of("a,0,0,2001/11/3,1", "b,9,9,2001-11-4,1", "a,0,0,2001/11/05,4"));

    assertThat(run("--share=1")).isZero();

    assertThat(Files.readAllLines(output).get(1)).contains(",a,2001-11-05,2001-11-05,4,");
  }

  @Test
  void unreadableRowIsNamedWithItsLineAndColumn() throws IOException {
    write(List.of("a,0,0,2026-11-22,1", "b,east,0,2026-11-22,1"));

    assertThat(run()).isEqualTo(3);
    assertThat(said.toString())
        .startsWith("failed analytics ")
        .contains("line 3 column x: expected a number, seen \"east\"");
  }

  @Test
  void missingColumnIsNamed() throws IOException {
    Files.write(input, List.of("place,x,day", "a,0,2026-11-22"));

    assertThat(run()).isEqualTo(3);
    assertThat(said.toString())
        .contains("expected a first line with the columns place,x,y,day, seen place,x,day");
  }

  @Test
  void placeAtTwoPointsIsRefused() throws IOException {
    write(List.of("a,0,0,2026-11-22,1", "a,0,1,2026-11-22,1"));

    assertThat(run()).isEqualTo(3);
    assertThat(said.toString()).contains("place a has two points");
  }

  @Test
  void limitsThatAllowNothingAreRefused() throws IOException {
    write(rows());

    assertThat(run("--share=2")).isEqualTo(2);
    assertThat(said.toString()).contains("share above 0 and up to 1");
  }

  @Test
  void fileThatIsNotThereIsNamed() {
    assertThat(run()).isEqualTo(3);
    assertThat(said.toString()).contains("counts.csv: expected a file that can be read");
  }

  @Test
  void datesMayHaveNoSeparators() throws IOException {
    write(List.of("a,0,0,20260131,1", "b,9,9,20260131,1", "a,0,0,20260201,4"));

    assertThat(run("--share=1", "--method=expectation", "--max-periods=1")).isZero();

    assertThat(Files.readAllLines(output).get(1)).contains(",a,2026-02-01,2026-02-01,4,1.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-22 | --to=30         | option --to: expected a date such as 2026-11-22 as in
          2026-11-22 | --from=tomorrow | option --from: expected a day such as 2026-11-22
          7          | --to=2026-11-22 | option --to: expected a whole number as in the file
          """)
  void studyPeriodIsOfTheKindOfTheFile(String day, String option, String message)
      throws IOException {
    write(List.of("a,0,0," + day + ",1"));

    assertThat(run(option)).isEqualTo(2);
    assertThat(said.toString()).contains(message);
  }

  @Test
  void otherEncodingsAndFoldersAreRefused() throws IOException {
    Files.write(input, "place,x,y,day\n东城,0,0,1\n".getBytes(Charset.forName("GBK")));

    assertThat(run()).isEqualTo(3);
    assertThat(said.toString()).contains("expected UTF-8 text", "save it as UTF-8");

    Files.delete(input);
    Files.createDirectory(input);
    assertThat(run()).isEqualTo(3);
  }

  @Test
  void moreDaysThanCanBeCountedAreRefusedWithAdvice() throws IOException {
    write(List.of("a,0,0,1,1", "b,0,1,1,1", "c,0,2,999999999,1"));

    assertThat(run()).isEqualTo(3);
    assertThat(said.toString()).contains("--radius, --nearest or --max-periods");
  }

  @Test
  void morePlacesAndWindowsThanCanBeCountedAreRefusedWithAdvice() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int place = 0; place < 30_000; place++) {
      rows.add(place + "," + place + ",0," + place % 400 + ",1");
    }
    write(rows);

    assertThat(run("--retrospective", "--max-periods=300")).isEqualTo(3);
    assertThat(said.toString()).contains("--radius, --nearest or --max-periods");
  }

  @Test
  void moreCasesThanCanBeCountedAreRefused() throws IOException {
    write(List.of("a,0,0,1,2147483647", "a,0,0,1,1"));

    assertThat(run()).isEqualTo(3);
    assertThat(said.toString()).contains("at most 2147483647 in all, seen 2147483648");
  }

  private int run(String... options) {
    String[] arguments = Arrays.copyOf(options, options.length + 2);
    arguments[options.length] = "--out=" + output;
    arguments[options.length + 1] = input.toString();
    return new CommandLine(new ScanCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(said))
        .setExecutionExceptionHandler(new FaultReport())
        .execute(arguments);
  }

  private void write(List<String> rows) throws IOException {
    Files.write(input, Stream.concat(Stream.of("place,x,y,day,count"), rows.stream()).toList());
  }

  /** Five by five places with one case every second day, and six more at one on three days. */
  private static List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (int x = 0; x < 5; x++) {
      for (int y = 0; y < 5; y++) {
        for (int back = 0; back < DAYS; back++) {
          int count = (x + y + back) % 2 + (x == 2 && y == 2 && back < 3 ? 6 : 0);
          rows.add(x + "-" + y + "," + x + "," + y + "," + LAST.minusDays(back) + "," + count);
        }
      }
    }
    return rows;
  }
}
