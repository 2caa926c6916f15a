package city.chengmai.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.fixture.Rows;
import city.chengmai.dashboard.query.DealingQueries.ClearRow;
import city.chengmai.dashboard.query.FileQueries.Cut;
import city.chengmai.dashboard.query.FileQueries.FileRow;
import city.chengmai.dashboard.query.FileQueries.Search;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Known files, told of by two apps, with known dealings. */
class FileQueriesIT {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final List<String> MANDATORY = List.of("name", "trade", "employees");

  @TempDir private static Path data;
  private static EmbeddedClickHouse engine;
  private static ClickHouseClient reader;
  private static FileQueries files;
  private static DealingQueries dealings;

  @BeforeAll
  static void start() {
    engine = EmbeddedClickHouse.startMigrated(data);
    reader = new ClickHouseClient(engine.reader());
    files = new FileQueries(new Store(reader));
    dealings = new DealingQueries(new Store(reader));
    try (ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      records(writer);
      dealings(writer);
    }
  }

  @AfterAll
  static void stop() {
    reader.close();
    engine.close();
  }

  private static Instant ago(int days) {
    return NOW.minus(Duration.ofDays(days));
  }

  private static void records(ClickHouseClient writer) {
    Rows enterprises = new Rows("enterprises");
    enterprise(enterprises, "e1", "甲公司", "g1", "software", 10, 5);
    enterprise(enterprises, "e2", "乙公司", "g1", "", null, 200);
    enterprise(enterprises, "e3", "丙公司", "g2", "trade", 4, 50);
    enterprises.into(writer);
    Rows registry = new Rows("registry");
    registry.add(
        "record_id",
        "e1",
        "record_kind",
        "enterprise",
        "name",
        "甲公司",
        "grid",
        "g1",
        "attributes",
        Map.of("employees", "12", "trade", " "),
        "app",
        "street-front",
        "updated_at",
        ago(2),
        "recorded_at",
        ago(2));
    registry.add(
        "record_id",
        "e4",
        "record_kind",
        "enterprise",
        "name",
        "Only in the registry",
        "grid",
        "g1",
        "attributes",
        Map.of("trade", "design"),
        "app",
        "import",
        "updated_at",
        ago(9),
        "recorded_at",
        ago(9));
    registry.add(
        "record_id",
        "b1",
        "record_kind",
        "building",
        "name",
        "楼",
        "grid",
        "g1",
        "attributes",
        Map.of(),
        "app",
        "import",
        "updated_at",
        ago(9),
        "recorded_at",
        ago(9));
    registry.into(writer);
  }

  private static void enterprise(
      Rows rows, String id, String name, String grid, String trade, Integer employees, int age) {
    rows.add(
        "enterprise_id",
        id,
        "name",
        name,
        "grid",
        grid,
        "trade",
        trade,
        "employees",
        employees,
        "app",
        "import",
        "updated_at",
        ago(age),
        "recorded_at",
        ago(age));
  }

  private static void dealings(ClickHouseClient writer) {
    Rows appeals = new Rows("appeals");
    appeal(appeals, "late", 20, 10, null, "");
    appeal(appeals, "in-time", 1, -5, null, "");
    appeal(appeals, "closed-later", 4, -2, -1, "solved");
    appeal(appeals, "unsolved", 30, 20, 25, "unsolved");
    appeal(appeals, "unsolved-long-ago", 200, 190, 195, "unsolved");
    appeals.into(writer);
    Rows actions = new Rows("enforcement_actions");
    action(actions, "open", 3, -4, null, "");
    action(actions, "done", 30, 23, 25, "complete");
    action(actions, "half-done-and-late", 30, 23, 25, "partial");
    actions.into(writer);
  }

  private static void appeal(
      Rows rows, String id, int raised, int due, Integer closed, String outcome) {
    rows.add(
        "appeal_id",
        id,
        "enterprise_id",
        "e1",
        "raised_at",
        ago(raised),
        "due_at",
        ago(due),
        "closed_at",
        closed == null ? null : ago(closed),
        "outcome",
        outcome,
        "grid",
        "g1",
        "updated_at",
        ago(raised),
        "recorded_at",
        ago(raised));
  }

  private static void action(
      Rows rows, String id, int acted, int due, Integer rectified, String rectification) {
    rows.add(
        "action_id",
        id,
        "kind",
        "notice",
        "enterprise_id",
        "e1",
        "acted_at",
        ago(acted),
        "due_at",
        ago(due),
        "rectified_at",
        rectified == null ? null : ago(rectified),
        "rectification",
        rectification,
        "grid",
        "g1",
        "updated_at",
        ago(acted),
        "recorded_at",
        ago(acted));
  }

  private static List<FileRow> find(String grid, String word, Cut cut) {
    return files.files(new Search("enterprise", List.of(), grid, word, MANDATORY, ago(90)), cut);
  }

  @Test
  void whatWasToldLaterWinsAndBlanksTellNothing() {
    FileRow row = files.file("enterprise", "e1", MANDATORY, ago(90)).orElseThrow();
    assertThat(row.field("employees")).isEqualTo("12");
    assertThat(row.field("trade")).isEqualTo("software");
    assertThat(row.app()).isEqualTo("street-front");
    assertThat(row.confirmedAt()).isEqualTo(ago(2));
    assertThat(row.filled()).isEqualTo(3);
  }

  @Test
  void sumsAreOverAllThatWasFoundNotOverThePage() {
    List<FileRow> page = find("g1", "", new Cut("lacking", 1, 0));
    assertThat(page).extracting(FileRow::id).containsExactly("e2");
    assertThat(page.get(0).total()).isEqualTo(3);
    assertThat(page.get(0).totalFilled()).isEqualTo(3 + 1 + 2);
    assertThat(page.get(0).totalFresh()).isEqualTo(2);
    assertThat(find("g1", "", new Cut("oldest", 9, 1)))
        .extracting(FileRow::id)
        .containsExactly("e4", "e1");
  }

  @Test
  void aWordIsLookedForInNamesAndIds() {
    Cut all = new Cut("name", 9, 0);
    assertThat(find("", "乙", all)).extracting(FileRow::id).containsExactly("e2");
    assertThat(find("", "E3", all)).extracting(FileRow::id).containsExactly("e3");
    assertThat(find("", "registry", all)).extracting(FileRow::id).containsExactly("e4");
    assertThat(find("", "%", all)).isEmpty();
  }

  @Test
  void theThreeClearsCountWhatStandsAtTheMoment() {
    assertThat(dealings.clears(List.of("e1", "e2"), ago(90), NOW))
        .containsExactly(new ClearRow("e1", 3, 1, 1, 0, 2, 1, 0));
    assertThat(dealings.appeals(List.of("e1"), "", NOW))
        .hasSize(5)
        .allMatch(row -> row.total() == 5 && row.totalOpen() == 3 && row.totalSolved() == 0);
  }

  @Test
  void emptyTablesAreEmptyLists() {
    assertThat(dealings.visits(List.of("enterprise"), "e1", "", NOW)).isEmpty();
    assertThat(dealings.tenants("b1", NOW)).isEmpty();
    assertThat(dealings.moves("b1", NOW)).isEmpty();
    assertThat(dealings.packages("e1", "", NOW)).isEmpty();
    assertThat(dealings.discrepancies("building", "b1", "", NOW)).isEmpty();
    assertThat(files.drawings("g1")).isEmpty();
    assertThat(files.kinds("g1")).extracting(FileQueries.KindRow::records).contains(2L, 1L);
  }
}
