package city.chengmai.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.chengmai.dashboard.fixture.Rows;
import city.chengmai.dashboard.query.MeasureQueries.ActionsRow;
import city.chengmai.dashboard.query.MeasureQueries.CallbacksRow;
import city.chengmai.dashboard.query.MeasureQueries.ContactsRow;
import city.chengmai.dashboard.query.MeasureQueries.LevelRow;
import city.chengmai.dashboard.query.MeasureQueries.LiftStageRow;
import city.chengmai.dashboard.query.MeasureQueries.MilestoneRow;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures outside the portraits, at a moment with a past and a future. */
class MeasureQueriesIT {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant FROM = NOW.minus(Duration.ofDays(30));

  @TempDir private static Path data;
  private static EmbeddedClickHouse engine;
  private static ClickHouseClient reader;
  private static ClickHouseClient writer;
  private static MeasureQueries measures;

  @BeforeAll
  static void start() {
    engine = EmbeddedClickHouse.startMigrated(data);
    reader = new ClickHouseClient(engine.reader());
    writer = new ClickHouseClient(engine.writer());
    measures = new MeasureQueries(new Store(reader));
  }

  @AfterAll
  static void stop() {
    reader.close();
    writer.close();
    engine.close();
  }

  @Test
  void aMilestoneStandsWhereItStoodAtTheMoment() {
    Rows rows = new Rows("project_milestones");
    milestone(rows, "1-reached", days(-40), days(-3), null);
    milestone(rows, "2-reached-later", days(-40), days(3), null);
    milestone(rows, "3-planned", null, null, null);
    milestone(rows, "4-dropped", days(-40), null, days(-1));
    rows.into(writer);
    assertThat(measures.milestones(NOW))
        .extracting(MilestoneRow::milestoneId, MilestoneRow::stage, MilestoneRow::doneAt)
        .containsExactly(
            tuple("1-reached", "reached", days(-3)),
            tuple("2-reached-later", "started", null),
            tuple("3-planned", "planned", null),
            tuple("4-dropped", "dropped", null));
  }

  @Test
  void staircasesStandAtTheFurthestStageTheyHadGotTo() {
    Rows rows = new Rows("lift_retrofits");
    lift(rows, "a", "x", days(-50), days(-20), null, null);
    lift(rows, "b", "x", days(-60), days(-30), days(-10), days(5));
    lift(rows, "c", "y", null, days(-40), null, null);
    lift(rows, "d", "y", days(4), null, null, null);
    rows.into(writer);
    assertThat(measures.lifts(NOW))
        .containsExactly(
            new LiftStageRow(2, 2, 2, 24, 30, 1), new LiftStageRow(4, 1, 1, 12, 10, 1));
  }

  @Test
  void actsAreCountedByClassWithinTheTime() {
    Rows visits = new Rows("visits");
    visit(visits, "v1", "enterprise", days(-1));
    visit(visits, "v2", "shop", FROM);
    visit(visits, "v3", "household", days(-1));
    visit(visits, "v4", "enterprise", NOW);
    visits.into(writer);
    Rows acts = new Rows("enforcement_actions");
    act(acts, "a1", "inspection", days(-2));
    act(acts, "a2", "interview", days(-2));
    act(acts, "a3", "notice", days(-2));
    act(acts, "a4", "notice", days(-31));
    acts.into(writer);
    assertThat(measures.actions(FROM, NOW)).isEqualTo(new ActionsRow(2, 2, 1));
  }

  @Test
  void callBacksCountWhetherAnsweredOrNot() {
    Rows orders = new Rows("hotline_orders");
    callBack(orders, "o1", days(-1), 1);
    callBack(orders, "o2", days(-1), 0);
    callBack(orders, "o3", days(-31), 1);
    callBack(orders, "o4", null, 0);
    orders.into(writer);
    assertThat(measures.callbacks(FROM, NOW)).isEqualTo(new CallbacksRow(1, 2));
  }

  /** January to September 2023: 18,854 contacts, 2,662 appeals, 2,634 of them solved. */
  @Test
  void contactsAndAppealsOfThreeQuarters() {
    writer.execute(
        "INSERT INTO visits (visit_id, target_type, held_at, version) SELECT 'q' || toString(number),"
            + " if(number % 2 = 0, 'enterprise', 'shop'), toDateTime64('2023-01-01', 3, 'UTC')"
            + " + toIntervalMinute(number * 20), 1 FROM numbers(18854)");
    writer.execute(
        "INSERT INTO visits (visit_id, target_type, held_at, version) VALUES"
            + " ('home', 'household', '2023-02-01 00:00:00', 1),"
            + " ('late', 'enterprise', '2023-10-01 00:00:00', 1)");
    writer.execute(
        "INSERT INTO appeals (appeal_id, raised_at, closed_at, outcome, version) SELECT toString(number),"
            + " toDateTime64('2023-03-01', 3, 'UTC'), if(number < 2634 OR number = 2661,"
            + " toDateTime64(if(number = 2661, '2023-10-01', '2023-04-01'), 3, 'UTC'), NULL),"
            + " if(number < 2634 OR number = 2661, 'solved', ''), 1 FROM numbers(2662)");

    ContactsRow row =
        measures.contacts(
            Instant.parse("2023-01-01T00:00:00Z"), Instant.parse("2023-10-01T00:00:00Z"));

    assertThat(row).isEqualTo(new ContactsRow(18_855, 0, 0, 0, 18_854, 2_662, 2_634, 28));
  }

  /** The survey of the first quarter of 2018: 102 visits brought up 29 problems. */
  @Test
  void issuesOfASurveyBelongToTheVisitThatBroughtThemUp() {
    writer.execute(
        "INSERT INTO visits (visit_id, target_type, held_at, revisits, revisited_at, version) SELECT"
            + " 's' || toString(number), 'enterprise', toDateTime64('2018-01-02', 3, 'UTC'), number < 10,"
            + " if(number < 10, toDateTime64('2018-02-02', 3, 'UTC'), NULL), 1 FROM numbers(102)");
    writer.execute(
        "INSERT INTO visit_issues (issue_id, visit_id, solved_on_spot, raised_at, version) SELECT"
            + " 'i' || toString(number), 's' || toString(number), number < 5,"
            + " toDateTime64('2018-01-02', 3, 'UTC'), 1 FROM numbers(29)");
    writer.execute(
        "INSERT INTO visit_issues (issue_id, visit_id, raised_at, version)"
            + " VALUES ('i-other', 'of another visit', '2018-01-02 00:00:00', 1)");

    ContactsRow row =
        measures.contacts(
            Instant.parse("2018-01-01T00:00:00Z"), Instant.parse("2018-04-01T00:00:00Z"));

    assertThat(row).isEqualTo(new ContactsRow(102, 10, 29, 5, 102, 0, 0, 0));
  }

  /** 216 = 52 simple + 148 comprehensive + 16 difficult. */
  @Test
  void casesOfATimeAddUpByLevel() {
    writer.execute(
        "INSERT INTO cases (case_id, level, filed_at, closed_at, cancelled_at, version) SELECT"
            + " 'l' || toString(number), multiIf(number < 52, 'simple', number < 200, 'comprehensive',"
            + " number < 216, 'difficult', 'simple'), toDateTime64('2025-06-03', 3, 'UTC'),"
            + " if(number < 212, toDateTime64('2025-06-09', 3, 'UTC'), NULL),"
            + " if(number = 216, toDateTime64('2025-06-04', 3, 'UTC'), NULL), 1 FROM numbers(217)");

    assertThat(
            measures.levels(
                Instant.parse("2025-06-01T00:00:00Z"), Instant.parse("2025-07-01T00:00:00Z")))
        .containsExactlyInAnyOrder(
            new LevelRow("simple", 52, 52),
            new LevelRow("comprehensive", 148, 148),
            new LevelRow("difficult", 16, 12));
  }

  private static Instant days(int days) {
    return NOW.plus(Duration.ofDays(days));
  }

  private static void milestone(
      Rows rows, String id, Instant started, Instant reached, Instant dropped) {
    rows.add(
        "milestone_id",
        id,
        "project_id",
        "p",
        "task",
        "t",
        "planned_at",
        days(-90),
        "started_at",
        started,
        "reached_at",
        reached,
        "dropped_at",
        dropped,
        "updated_at",
        days(-90),
        "recorded_at",
        days(-90));
  }

  private static void lift(
      Rows rows,
      String id,
      String estate,
      Instant consulting,
      Instant signed,
      Instant construction,
      Instant finished) {
    rows.add(
        "staircase_id", id,
        "estate_id", estate,
        "households", 12,
        "due_at", id.equals("c") ? null : days(-1),
        "consulting_at", consulting,
        "signed_at", signed,
        "construction_at", construction,
        "finished_at", finished,
        "updated_at", days(-50),
        "recorded_at", days(-50));
  }

  private static void visit(Rows rows, String id, String target, Instant held) {
    rows.add(
        "visit_id",
        id,
        "target_type",
        target,
        "held_at",
        held,
        "updated_at",
        held,
        "recorded_at",
        held);
  }

  private static void act(Rows rows, String id, String kind, Instant acted) {
    rows.add(
        "action_id",
        id,
        "kind",
        kind,
        "acted_at",
        acted,
        "updated_at",
        acted,
        "recorded_at",
        acted);
  }

  private static void callBack(Rows rows, String id, Instant called, int answered) {
    rows.add(
        "order_id",
        id,
        "received_at",
        days(-40),
        "called_back_at",
        called,
        "answered",
        answered,
        "updated_at",
        days(-40),
        "recorded_at",
        days(-40));
  }
}
