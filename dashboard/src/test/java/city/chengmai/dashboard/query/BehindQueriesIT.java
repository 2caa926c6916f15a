package city.chengmai.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.dashboard.fixture.GeneratedFamilies;
import city.chengmai.dashboard.query.BehindQueries.Behind;
import city.chengmai.dashboard.query.BehindQueries.EntityRow;
import city.chengmai.dashboard.query.BehindQueries.OrderRow;
import city.chengmai.dashboard.query.BehindQueries.Question;
import city.chengmai.dashboard.query.CaseQueries.OpenCaseRow;
import city.chengmai.datasets.calendar.ChineseHolidays;
import city.chengmai.datasets.calendar.NextWorkingDays;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Direction;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.indicator.Rate;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The lists behind every indicator against the counting queries of analytics, over generated rows
 * of all families: what is listed is what lacks to the value.
 */
class BehindQueriesIT {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate DAY = LocalDate.of(2026, 2, 28);
  private static final Instant NOW = DAY.plusDays(1).atStartOfDay(ZONE).toInstant();
  private static final Instant START = DAY.minusDays(29).atStartOfDay(ZONE).toInstant();
  private static final int ALL = 5000;
  private static final Catalogue CATALOGUE = Catalogue.bundled();
  private static final List<String> GRIDS = List.of("g", GeneratedFamilies.OVERLAY);
  private static final Path COUNTING =
      Path.of("../analytics/src/main/resources/city/chengmai/analytics/job/counting");

  @TempDir private static Path data;
  private static EmbeddedClickHouse engine;
  private static ClickHouseClient reader;
  private static ClickHouseClient writer;
  private static Map<String, Rate> rates;

  @BeforeAll
  static void start() throws IOException {
    engine = EmbeddedClickHouse.startMigrated(data);
    reader = new ClickHouseClient(engine.reader());
    writer = new ClickHouseClient(engine.writer());
    new GeneratedFamilies(NOW).into(writer);
    rates = rates();
  }

  @AfterAll
  static void stop() {
    reader.close();
    writer.close();
    engine.close();
  }

  /** All but the median, which is no sum. */
  static Stream<Indicator> counted() {
    return CATALOGUE.indicators().stream().filter(indicator -> !indicator.id().equals("O03"));
  }

  @ParameterizedTest
  @MethodSource("counted")
  void whatIsListedIsWhatLacksToTheValue(Indicator indicator) {
    double listed = 0;
    for (String grid : GRIDS) {
      if (grid.equals("g") || indicator.appliesToOverlays()) {
        double weight = weight(indicator, behind(indicator, grid));
        assertThat(weight).as(grid).isCloseTo(lacking(indicator, grid), within(1e-6));
        listed += weight;
      }
    }
    assertThat(listed).isPositive();
  }

  @ParameterizedTest
  @MethodSource("counted")
  void rowsOfALargerAreaAreThoseOfItsGrids(Indicator indicator) {
    double lacking = lacking(indicator, "g");
    if (!indicator.wholeCity()) {
      lacking += lacking(indicator, "other");
    }
    assertThat(weight(indicator, behind(indicator, "g", "other"))).isCloseTo(lacking, within(1e-6));
  }

  @Test
  void slowCasesStandBehindTheMedian() {
    assertThat(behind(CATALOGUE.indicator("O03"), "g").cases()).isNotEmpty();
  }

  @Test
  void atMostTheLimitIsListedAndTheWholeNumberTold() {
    Indicator indicator = CATALOGUE.indicator("M09");
    List<EntityRow> all = behind(indicator, "g").others();
    List<EntityRow> cut =
        new BehindQueries(new Store(reader)).behind(question(indicator, List.of("g")), 2).others();
    assertThat(cut).hasSize(2).allMatch(row -> row.total() == all.size());
  }

  @Test
  void noRowIsListedTwice() {
    for (Indicator indicator : CATALOGUE.indicators()) {
      Set<String> seen = new HashSet<>();
      Behind found = behind(indicator, "g");
      found.cases().forEach(row -> assertThat(seen.add(row.caseId())).isTrue());
      found.orders().forEach(row -> assertThat(seen.add(row.orderId())).isTrue());
      found.others().forEach(row -> assertThat(seen.add(key(row))).as(row.id()).isTrue());
    }
  }

  private static String key(EntityRow row) {
    return row.id() + " " + row.what();
  }

  /** What the rate lacks to the best that it could be, or what a context indicator lacks. */
  private static double lacking(Indicator indicator, String grid) {
    String area = indicator.wholeCity() ? "*" : grid;
    Rate rate = rates.getOrDefault(indicator.id() + " " + area, Rate.NOTHING);
    boolean above =
        indicator.direction() == Direction.LOWER_IS_BETTER || indicator.id().equals("O01");
    return above ? rate.numerator() : rate.denominator() - rate.numerator();
  }

  private static double weight(Indicator indicator, Behind found) {
    double weight = found.cases().stream().map(OpenCaseRow::caseId).count();
    weight += found.orders().stream().mapToDouble(row -> weight(indicator, row)).sum();
    return weight + found.others().stream().mapToDouble(EntityRow::weight).sum();
  }

  /** Who is fairly satisfied lacks a fifth. */
  private static double weight(Indicator indicator, OrderRow row) {
    return indicator.id().equals("S04") && row.satisfaction().equals("fairly")
        ? 1 - indicator.parameter("fairly")
        : 1;
  }

  private static Behind behind(Indicator indicator, String... grids) {
    return new BehindQueries(new Store(reader)).behind(question(indicator, List.of(grids)), ALL);
  }

  private static Question question(Indicator indicator, List<String> grids) {
    return new Question(indicator, grids, START, NOW, ZONE, workingDays());
  }

  private static NextWorkingDays workingDays() {
    return NextWorkingDays.of(new ChineseHolidays(), DAY.minusDays(90), DAY.plusDays(1));
  }

  /** What analytics would sum up for the 30 days that end with the last one. */
  private static Map<String, Rate> rates() throws IOException {
    Map<String, Rate> found = new HashMap<>();
    try (Stream<Path> files = Files.list(COUNTING)) {
      for (Path file : files.filter(path -> !path.endsWith("steps.sql")).toList()) {
        for (ObjectNode row : writer.rows(query(file))) {
          String key = row.get("indicator").asText() + " " + row.get("area").asText();
          Rate rate = new Rate(row.get("numerator").asDouble(), row.get("denominator").asDouble());
          found.merge(key, rate, Rate::plus);
        }
      }
    }
    return found;
  }

  private static String query(Path file) throws IOException {
    Map<String, String> values = values();
    values.put("intervals", filled(file, values));
    return "SELECT area, indicator, greatest(0, sum(numerator)) AS numerator,"
        + " greatest(0, sum(denominator)) AS denominator FROM ("
        + filled(COUNTING.resolve("steps.sql"), values)
        + ") GROUP BY area, indicator";
  }

  private static Map<String, String> values() {
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
    values.put("sign", "1.");
    values.put("open", "1");
    values.put("slice", "0");
    values.put("days", joined(workingDays().days()));
    values.put("steps", joined(workingDays().steps()));
    values.put("neighbours", neighbours());
    for (Indicator indicator : CATALOGUE.indicators()) {
      indicator
          .parameters()
          .forEach((name, value) -> values.put(indicator.id() + "." + name, plain(value)));
    }
    return values;
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String neighbours() {
    List<String> cells = new ArrayList<>();
    for (int x = -1; x <= 1; x++) {
      for (int y = -1; y <= 1; y++) {
        cells.add("(" + x + ", " + y + ")");
      }
    }
    return "[" + String.join(", ", cells) + "]";
  }

  private static String filled(Path file, Map<String, String> values) throws IOException {
    String text = Files.readString(file);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    return text;
  }

  private static String joined(List<?> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
