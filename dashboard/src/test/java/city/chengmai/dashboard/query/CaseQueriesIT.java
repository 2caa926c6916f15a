package city.chengmai.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.fixture.Rows;
import city.chengmai.dashboard.query.CaseQueries.Behind;
import city.chengmai.dashboard.query.CaseQueries.OpenCaseRow;
import city.chengmai.dashboard.query.WallQueries.CategoryCountRow;
import city.chengmai.dashboard.query.WallQueries.OpenCountRow;
import city.chengmai.datasets.calendar.ChineseHolidays;
import city.chengmai.datasets.calendar.NextWorkingDays;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Known cases and orders, some of which go on after the moment that the pages are about. */
class CaseQueriesIT {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate DAY = LocalDate.of(2026, 2, 28);
  private static final Instant NOW = DAY.plusDays(1).atStartOfDay(ZONE).toInstant();
  private static final Instant START = DAY.minusDays(29).atStartOfDay(ZONE).toInstant();
  private static final int ROWS = 600;
  private static final int ALL = 1000;
  private static final Path STEPS =
      Path.of("../analytics/src/main/resources/city/chengmai/analytics/job/counting");

  @TempDir private static Path data;
  private static EmbeddedClickHouse engine;
  private static ClickHouseClient reader;
  private static ClickHouseClient writer;

  @BeforeAll
  static void start() {
    engine = EmbeddedClickHouse.startMigrated(data);
    reader = new ClickHouseClient(engine.reader());
    writer = new ClickHouseClient(engine.writer());
  }

  @AfterAll
  static void stop() {
    reader.close();
    writer.close();
    engine.close();
  }

  @BeforeEach
  void empty() {
    try (ClickHouseClient admin = new ClickHouseClient(engine.admin())) {
      admin.execute("TRUNCATE TABLE cases");
      admin.execute("TRUNCATE TABLE hotline_orders");
    }
  }

  @Test
  void openMeansOpenAtTheMomentOfThePage() {
    Rows cases = new Rows("cases");
    Instant reported = NOW.minus(Duration.ofDays(3));
    Instant later = NOW.plus(Duration.ofDays(40));
    oneCase(cases, "open", reported, null, null);
    oneCase(cases, "closed-later", reported, later, null);
    oneCase(cases, "cancelled-later", reported, null, later);
    oneCase(cases, "closed-now", reported, NOW, null);
    oneCase(cases, "closed", reported, NOW.minusMillis(1), null);
    oneCase(cases, "cancelled", reported, null, NOW.minusSeconds(1));
    oneCase(cases, "reported-later", NOW, null, null);
    cases.into(writer);
    WallQueries wall = new WallQueries(new Store(reader));
    Instant day = NOW.minus(Duration.ofDays(1));
    assertThat(wall.counts(day, NOW, day.minus(Duration.ofDays(1)), day))
        .extracting(WallQueries.CountsRow::open, WallQueries.CountsRow::overdue)
        .containsExactly(4L, 4L);
    assertThat(wall.openCounts(NOW)).containsExactly(new OpenCountRow("g", 4, 4));
    assertThat(wall.categories(START, NOW, 5)).containsExactly(new CategoryCountRow("c", 6, 4));
    assertThat(new CaseQueries(new Store(reader)).open("g", NOW, true, ALL))
        .extracting(OpenCaseRow::caseId)
        .containsExactlyInAnyOrder("open", "closed-later", "cancelled-later", "closed-now");
  }

  @Test
  void asManyCasesAreListedAsTheRatesOfAnalyticsCount() throws IOException {
    Random random = new Random(7);
    Rows cases = new Rows("cases");
    for (int i = 0; i < ROWS; i++) {
      randomCase(cases, random, i);
    }
    cases.into(writer);
    for (String grid : List.of("g", "overlay")) {
      Map<String, ObjectNode> rates = rates("cases.sql", grid);
      for (String missed : List.of("M01", "M02", "M03", "M04")) {
        assertThat(casesBehind(missed, grid)).as(missed).isPositive().isEqualTo(gap(rates, missed));
      }
      for (String counted : List.of("M05", "O01", "O04")) {
        assertThat(casesBehind(counted, grid))
            .as(counted)
            .isPositive()
            .isEqualTo(rates.get(counted).get("numerator").asInt());
      }
    }
  }

  @Test
  void asManyOrdersAreListedAsTheRatesOfAnalyticsCount() throws IOException {
    Random random = new Random(8);
    Rows orders = new Rows("hotline_orders");
    for (int i = 0; i < ROWS; i++) {
      randomOrder(orders, random, i);
    }
    orders.into(writer);
    Map<String, ObjectNode> rates = rates("orders.sql", "g");
    for (String missed : List.of("S01", "S02", "S03", "S04")) {
      assertThat(new CaseQueries(new Store(reader)).ordersBehind(question(missed, "g"), ALL).size())
          .as(missed)
          .isPositive()
          .isEqualTo(gap(rates, missed));
    }
  }

  private static int gap(Map<String, ObjectNode> rates, String indicator) {
    ObjectNode rate = rates.get(indicator);
    return rate.get("denominator").asInt() - rate.get("numerator").asInt();
  }

  private static int casesBehind(String indicator, String grid) {
    return new CaseQueries(new Store(reader)).behind(question(indicator, grid), ALL).size();
  }

  private static Behind question(String indicator, String grid) {
    return new Behind(indicator, grid, START, NOW, ZONE, workingDays());
  }

  private static NextWorkingDays workingDays() {
    return NextWorkingDays.of(new ChineseHolidays(), DAY.minusDays(90), DAY.plusDays(1));
  }

  /** What analytics would sum up for the 30 days that end with the last one. */
  private static Map<String, ObjectNode> rates(String file, String grid) throws IOException {
    Map<String, String> values = new HashMap<>();
    values.put("zone", ZONE.getId());
    values.put("until", NOW.toString().replace("T", " ").replace("Z", ""));
    values.put("since", "1970-01-02 00:00:00");
    values.put("first", String.valueOf(DAY.toEpochDay()));
    values.put("end", String.valueOf(DAY.plusDays(1).toEpochDay()));
    values.put("never", "10000000");
    values.put("number", "toRelativeDayNum");
    values.put("spans", "toInt32(30)");
    values.put("slices", "1");
    values.put("slice", "0");
    values.put("days", joined(workingDays().days()));
    values.put("steps", joined(workingDays().steps()));
    for (Indicator indicator : Catalogue.bundled().indicators()) {
      indicator
          .parameters()
          .forEach((name, value) -> values.put(indicator.id() + "." + name, value.toString()));
    }
    values.put("intervals", filled(file, values));
    String steps = filled("steps.sql", values);
    String query =
        "SELECT indicator, sum(numerator) AS numerator, sum(denominator) AS denominator FROM ("
            + steps
            + ") WHERE area = '"
            + grid
            + "' GROUP BY indicator";
    return writer.rows(query).stream()
        .collect(Collectors.toMap(row -> row.get("indicator").asText(), row -> row));
  }

  private static String filled(String file, Map<String, String> values) throws IOException {
    String text = Files.readString(STEPS.resolve(file));
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    return text;
  }

  private static String joined(List<?> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static void oneCase(
      Rows rows, String id, Instant reported, Instant closed, Instant cancelled) {
    rows.add(
        "case_id", id,
        "category", "c",
        "grid", "g",
        "stage", "filed",
        "reported_at", reported,
        "filed_at", reported,
        "due_at", reported.plus(Duration.ofDays(1)),
        "closed_at", closed,
        "cancelled_at", cancelled,
        "updated_at", reported,
        "recorded_at", reported);
  }

  private static void randomCase(Rows rows, Random random, int number) {
    Instant reported = moment(random);
    Instant filed = random.nextInt(10) == 0 ? null : after(reported, random, 2);
    Instant disposed = filed == null || oneIn(random, 3) ? null : after(filed, random, 20);
    Instant from = disposed == null ? filed : disposed;
    Instant closed = from == null || oneIn(random, 3) ? null : after(from, random, 20);
    rows.add(
        "case_id",
        "case-" + number,
        "category",
        "c",
        "grid",
        "g",
        "overlay_grid",
        oneIn(random, 3) ? "overlay" : "",
        "stage",
        "reported",
        "reported_at",
        reported,
        "accepted_at",
        oneIn(random, 9) ? null : reported,
        "filed_at",
        filed,
        "due_at",
        filed == null || oneIn(random, 5) ? null : after(filed, random, 20),
        "disposed_at",
        disposed,
        "closed_at",
        closed,
        "cancelled_at",
        oneIn(random, 12) ? after(reported, random, 5) : null,
        "suspended",
        oneIn(random, 12) ? 1 : 0,
        "reworks",
        oneIn(random, 4) ? 2 : 0,
        "updated_at",
        reported,
        "recorded_at",
        reported);
  }

  private static void randomOrder(Rows rows, Random random, int number) {
    Instant received = moment(random);
    boolean calledBack = !oneIn(random, 3);
    rows.add(
        "order_id",
        "order-" + number,
        "category",
        "c",
        "grid",
        "g",
        "received_at",
        received,
        "contact_needed",
        oneIn(random, 4) ? 0 : 1,
        "first_contacted_at",
        oneIn(random, 5) ? null : after(received, random, 3),
        "due_at",
        oneIn(random, 5) ? null : after(received, random, 15),
        "replied_at",
        oneIn(random, 5) ? null : after(received, random, 20),
        "outcome",
        List.of("", "solved", "explained").get(random.nextInt(3)),
        "called_back_at",
        calledBack ? after(received, random, 20) : null,
        "answered",
        calledBack && !oneIn(random, 4) ? 1 : 0,
        "satisfaction",
        List.of("", "satisfied", "dissatisfied").get(random.nextInt(3)),
        "updated_at",
        received,
        "recorded_at",
        received);
  }

  private static boolean oneIn(Random random, int many) {
    return random.nextInt(many) == 0;
  }

  /** Any minute of the 60 days before now. */
  private static Instant moment(Random random) {
    return NOW.minus(Duration.ofMinutes(1 + random.nextInt(60 * 24 * 60)));
  }

  private static Instant after(Instant start, Random random, int days) {
    return start.plus(Duration.ofMinutes(random.nextInt(days * 24 * 60)));
  }
}
