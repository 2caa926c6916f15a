package city.chengmai.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.fixture.Rows;
import city.chengmai.dashboard.query.CaseQueries.OpenCaseRow;
import city.chengmai.dashboard.query.WallQueries.CategoryCountRow;
import city.chengmai.dashboard.query.WallQueries.OpenCountRow;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Known cases, some of which go on after the moment that the pages are about. */
class CaseQueriesIT {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate DAY = LocalDate.of(2026, 2, 28);
  private static final Instant NOW = DAY.plusDays(1).atStartOfDay(ZONE).toInstant();
  private static final Instant START = DAY.minusDays(29).atStartOfDay(ZONE).toInstant();
  private static final int ALL = 1000;

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
}
