package city.chengmai.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.query.CityQueries.DataTimeRow;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.ClickHouseQuery;
import city.chengmai.datasets.clickhouse.RowStream;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far the data reaches, and how often analytics ran. */
class ReachQueriesIT {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final long EVENTS = 50_000;

  @TempDir private static Path data;
  private static EmbeddedClickHouse engine;
  private static ClickHouseClient reader;
  private static ClickHouseClient writer;
  private static CityQueries cities;
  private static JobQueries jobs;

  @BeforeAll
  static void start() {
    engine = EmbeddedClickHouse.startMigrated(data);
    reader = new ClickHouseClient(engine.reader());
    writer = new ClickHouseClient(engine.writer());
    cities = new CityQueries(new Store(reader));
    jobs = new JobQueries(new Store(reader));
  }

  @AfterAll
  static void stop() {
    reader.close();
    writer.close();
    engine.close();
  }

  @BeforeEach
  void empty() {
    writer.execute("TRUNCATE TABLE events");
    writer.execute("TRUNCATE TABLE job_runs");
  }

  @Test
  void withoutEventsThereIsNoReach() {
    assertThat(cities.dataTime(NOW)).isEmpty();
  }

  @Test
  void theLatestEventIsTheReach() {
    events("2025-12-20 00:00:00", 60);
    assertThat(cities.dataTime(NOW))
        .map(DataTimeRow::occurredAt)
        .hasValue(Instant.parse("2025-12-20T00:00:00Z").plusSeconds(60 * (EVENTS - 1)));
  }

  @Test
  void eventsAfterTheMomentOfThePageDoNotCount() {
    events("2026-02-20 00:00:00", 60);
    assertThat(cities.dataTime(NOW)).map(DataTimeRow::occurredAt).hasValue(NOW.minusMillis(1));
    assertThat(cities.dataTime(Instant.parse("2026-02-01T00:00:00Z"))).isEmpty();
  }

  @Test
  void theEventsAreNotRead() {
    events("2025-12-20 00:00:00", 60);
    ClickHouseQuery question =
        ClickHouseQuery.of(SqlFile.read("data-time"))
            .with("now", NOW)
            .setting("max_execution_time", 30);
    try (RowStream rows = reader.stream(question)) {
      rows.next();
      assertThat(rows.summary().readRows()).isLessThan(EVENTS / 100);
    }
  }

  @Test
  void goodRunsOfTheProductTellHowOftenItIsMade() {
    assertThat(jobs.productRuns()).isEmpty();
    run("a", "portraits", "done", "10:00:00", "10:00:20");
    run("b", "portraits", "done", "10:01:00", "10:01:10");
    run("c", "portraits", "done", "10:03:00", "10:03:10");
    run("d", "portraits", "failed", "10:20:00", "10:20:10");
    run("e", "indicators", "done", "10:30:00", "10:30:10");
    assertThat(jobs.productRuns())
        .hasValue(
            new JobQueries.ProductRunsRow(
                3, Instant.parse("2026-03-01T10:03:10Z"), Duration.ofMinutes(2).toMillis()));
  }

  private static void events(String from, int seconds) {
    writer.execute(
        "INSERT INTO events (source, id, type, subject, occurred_at, recorded_at, version)"
            + " SELECT 's', toString(number), 't', '', toDateTime64('%s', 3, 'UTC') + number * %d,"
                .formatted(from, seconds)
            + " now64(3), 1 FROM numbers(%d)".formatted(EVENTS));
  }

  private static void run(String id, String job, String state, String from, String to) {
    writer.execute(
        "INSERT INTO job_runs (run_id, job, state, started_at, finished_at, version) VALUES"
            + " ('%s', '%s', '%s', '2026-03-01 %s', '2026-03-01 %s', 2)"
                .formatted(id, job, state, from, to));
  }
}
