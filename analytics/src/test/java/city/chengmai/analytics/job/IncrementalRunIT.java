package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.EngineFixture;
import city.chengmai.datasets.calendar.NoHolidays;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.settings.CityTime;
import city.chengmai.datasets.settings.Settings;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that compute only what new data touched leave what a full run leaves. */
class IncrementalRunIT {

  private static final int ROUNDS = 3;
  private static final int CHANGES = 5;

  private EngineFixture engine;
  private ClickHouseClient client;
  private ClickHouseClient admin;

  @BeforeEach
  void describe() {
    engine = new EngineFixture();
    client = engine.store().client();
    admin = engine.admin();
    SmallCity.describe(engine.store());
    SmallCity.writeCases(engine.store(), SmallCity.cases(7, 300), 1);
    SmallCity.writeOrders(engine.store(), SmallCity.orders(8, 150));
  }

  @AfterEach
  void stop() {
    client.close();
    admin.close();
    engine.close();
  }

  @Test
  void incrementsOverRandomLateEventsEqualAFullRecompute() {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    AnalyticsRun following = runner();
    today(SmallCity.END.minusDays(2 * ROUNDS));
    DataMark mark = following.run(Optional.empty(), Progress.SILENT);
    for (int round = ROUNDS - 1; round >= 0; round--) {
      today(SmallCity.END.minusDays(2L * round));
      for (int change = 0; change < CHANGES; change++) {
        change(random, round * CHANGES + change);
      }
      mark = following.run(Optional.of(mark), Progress.SILENT);
    }
    List<String> incremental = values();
    String restated = client.scalar("SELECT count() FROM restatements");
    assertThat(Long.parseLong(restated)).isPositive();

    runner().run(Optional.empty(), Progress.SILENT);
    StoredTables.assertSame("full run on top, seed " + seed, incremental, values());
    assertThat(client.scalar("SELECT count() FROM restatements")).isEqualTo(restated);

    StoredTables.clear(admin);
    runner().run(Optional.empty(), Progress.SILENT);
    StoredTables.assertSame("full run from nothing, seed " + seed, incremental, values());
  }

  @Test
  void whatIsKeptOfLongPeriodsIsWhatAFullRunCounts() {
    AnalyticsRun following = runner();
    today(SmallCity.END.minusDays(6));
    DataMark mark = following.run(Optional.empty(), Progress.SILENT);
    for (int round = 0; round < 2; round++) {
      LocalDate day = SmallCity.END.minusDays(3 - 3L * round);
      today(day);
      stepsOf(day, round);
      DataMark seen = following.mark();
      assertThat(mark.firstTouchedDay(seen).orElseThrow())
          .as("a step touches its own day, not those since the case began")
          .isAfterOrEqualTo(day.minusDays(4));
      mark = following.run(Optional.of(mark), Progress.SILENT);
    }
    List<String> incremental = values();

    StoredTables.clear(admin);
    runner().run(Optional.empty(), Progress.SILENT);
    StoredTables.assertSame("full run from nothing", incremental, values());
  }

  /** Old cases and orders go on, new ones come, and the first patrol, all on the day before. */
  private void stepsOf(LocalDate day, int round) {
    String moment = "toDateTime64('%s 03:00:00', 3, 'UTC')".formatted(day.minusDays(1));
    // Numbers tell rounds apart, so that what is closed in one is not closed again in the next.
    client.execute(
        ("INSERT INTO cases SELECT * REPLACE (ifNull(disposed_at, %1$s) AS disposed_at, %1$s AS closed_at,"
                + " 'closed' AS stage, %1$s AS recorded_at, version + 1 AS version) FROM cases FINAL"
                + " WHERE isNull(closed_at) AND isNotNull(filed_at) AND filed_at < %1$s"
                + " AND ifNull(disposed_at < %1$s, 1) AND cityHash64(case_id) %% 3 = %2$d")
            .formatted(moment, round));
    client.execute(
        ("INSERT INTO hotline_orders SELECT * REPLACE (%1$s AS replied_at, 'solved' AS outcome,"
                + " %1$s AS called_back_at, 1 AS answered, 'fairly' AS satisfaction, %1$s AS recorded_at,"
                + " version + 1 AS version) FROM hotline_orders FINAL WHERE isNull(replied_at)"
                + " AND isNull(called_back_at) AND received_at < %1$s AND cityHash64(order_id) %% 3 = %2$d")
            .formatted(moment, round));
    client.execute(
        ("INSERT INTO cases (case_id, grid, category, level, stage, reported_at, accepted_at, filed_at,"
                + " due_at, updated_at, recorded_at, version) SELECT 'new-%2$d-' || toString(number), 'g1',"
                + " 'x', 'difficult', 'filed', %1$s, %1$s, %1$s, %1$s + INTERVAL 1 DAY, %1$s, %1$s, 1"
                + " FROM numbers(4)")
            .formatted(moment, round));
    client.execute(
        ("INSERT INTO patrol_rounds (round_id, grid, planned_for, completed_at, coverage, valid,"
                + " recorded_at, version) SELECT 'round-%2$d', 'g2', %1$s, %1$s, 1, 1, %1$s, 1")
            .formatted(moment, round));
  }

  @Test
  void nothingIsReadAgainWhileNothingMoves() {
    AnalyticsRun following = runner();
    DataMark first = following.mark();
    assertThat(following.mark().tables().get(SourceTable.CASES))
        .isSameAs(first.tables().get(SourceTable.CASES));

    client.execute("OPTIMIZE TABLE cases FINAL");
    assertThat(following.mark().sameData(first)).isTrue();

    SmallCity.writeOrders(engine.store(), SmallCity.orders(8, 1));
    assertThat(following.mark().sameData(first)).as("the same order again").isTrue();

    change(new Random(1), 0);
    DataMark moved = following.mark();
    assertThat(moved.sameData(first)).isFalse();
    assertThat(first.firstTouchedDay(moved)).isPresent();

    tablesThatHoldNothingCountNothing(following);
    everyColumnThatIsCountedMovesTheMark(SourceTable.CASES);
    everyColumnThatIsCountedMovesTheMark(SourceTable.HOTLINE_ORDERS);
  }

  private void tablesThatHoldNothingCountNothing(AnalyticsRun following) {
    RunContext run = following.context(Optional.empty(), following.mark());
    assertThat(run.empty())
        .contains(SourceTable.VISITS, SourceTable.EVENTS, SourceTable.FEED_HEARTBEATS)
        .doesNotContain(SourceTable.CASES, SourceTable.HOTLINE_ORDERS, SourceTable.AREAS);
    for (Grain grain : Grain.values()) {
      Map<String, String> values =
          CountingQuery.values(run, Windows.of(grain, run), Catalogue.bundled());
      List<CountingQuery> left =
          CountingQuery.ALL.stream().filter(query -> !query.mayCount(run.empty())).toList();
      assertThat(left).hasSizeGreaterThan(8);
      for (CountingQuery query : left) {
        query
            .texts(values, 1)
            .forEach(text -> assertThat(client.rows(text)).as(query.file()).isEmpty());
      }
    }
  }

  private void everyColumnThatIsCountedMovesTheMark(SourceTable table) {
    String counting =
        Stream.concat(
                CountingQuery.ALL.stream().map(query -> "counting/" + query.file()),
                Stream.of("closings.sql"))
            .map(QueryText::read)
            .filter(text -> text.contains("FROM " + table.table() + " FINAL"))
            .collect(Collectors.joining());
    List<String> counted =
        admin.rows("SELECT name FROM system.columns WHERE table = '" + table.table() + "'").stream()
            .map(row -> row.get("name").asText())
            .filter(column -> counting.matches("(?s).*\\b" + column + "\\b.*"))
            .toList();
    assertThat(counted).hasSizeGreaterThan(8);
    assertThat(counted).allSatisfy(column -> assertThat(table.query()).contains(column));
  }

  /** A late or corrected case or order, written as a row that replaces the one before. */
  private void change(Random random, int number) {
    String id = "case-" + random.nextInt(300);
    LocalDate day = SmallCity.FIRST.plusDays(random.nextInt(69));
    String change =
        switch (random.nextInt(6)) {
          case 0 -> "'g' || toString(1 + length(case_id) % 4) AS grid";
          case 1 -> "1 - suspended AS suspended";
          case 2 -> "coalesce(closed_at, filed_at + INTERVAL 3 DAY) AS closed_at";
          case 3 -> "reported_at + INTERVAL 1 HOUR AS cancelled_at";
          case 4 -> "filed_at + INTERVAL 12 HOUR AS due_at";
          default -> "reworks + 1 AS reworks";
        };
    client.execute(
        "INSERT INTO cases SELECT * REPLACE (%s, version + 1 AS version) FROM cases FINAL WHERE case_id = '%s'"
            .formatted(change, id));
    client.execute(
        ("INSERT INTO cases (case_id, grid, category, stage, reported_at, accepted_at, filed_at,"
                + " updated_at, recorded_at, version)"
                + " SELECT 'late-%d', 'g%d', 'x', 'filed', at, at, at, at, at, 1"
                + " FROM (SELECT toDateTime64('%s 04:00:00', 3, 'UTC') AS at)")
            .formatted(number, 1 + random.nextInt(4), day));
    client.execute(
        "INSERT INTO hotline_orders SELECT * REPLACE ('satisfied' AS satisfaction, version + 1 AS version)"
            + " FROM hotline_orders FINAL WHERE order_id = 'order-%d'"
                .formatted(random.nextInt(150)));
  }

  private AnalyticsRun runner() {
    return new AnalyticsRun(
        engine.spark(),
        engine.store(),
        2,
        city -> new NoHolidays(),
        CityTime.of(new Settings(Map.of(), Map.of())),
        InstantSource.system());
  }

  /** Without what tells how it came to be: restatements, alerts, changes that are none any more. */
  private List<String> values() {
    return StoredTables.rows(client).stream()
        .filter(row -> !row.startsWith("restatements") && !row.startsWith("alerts"))
        .filter(row -> !row.contains("\"value_points\":0,\"weight_points\":0"))
        .toList();
  }

  private void today(LocalDate day) {
    client.execute(
        "INSERT INTO cities SELECT * REPLACE ('fixed:%sT04:00:00Z' AS clock, version + 1 AS version)"
                .formatted(day)
            + " FROM cities FINAL");
  }
}
