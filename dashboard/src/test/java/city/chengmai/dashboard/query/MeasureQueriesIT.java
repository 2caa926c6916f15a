package city.chengmai.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.chengmai.dashboard.fixture.Rows;
import city.chengmai.dashboard.query.MeasureQueries.ActionsRow;
import city.chengmai.dashboard.query.MeasureQueries.CallbacksRow;
import city.chengmai.dashboard.query.MeasureQueries.ContactsRow;
import city.chengmai.dashboard.query.MeasureQueries.FollowRow;
import city.chengmai.dashboard.query.MeasureQueries.LevelRow;
import city.chengmai.dashboard.query.MeasureQueries.LiftStageRow;
import city.chengmai.dashboard.query.MeasureQueries.MilestoneRow;
import city.chengmai.dashboard.query.MeasureQueries.StaircaseRow;
import city.chengmai.dashboard.query.VisitQueries.CampaignRow;
import city.chengmai.dashboard.query.VisitQueries.KindRow;
import city.chengmai.dashboard.query.VisitQueries.NeedRow;
import city.chengmai.dashboard.query.VisitQueries.PaceRow;
import city.chengmai.dashboard.query.VisitQueries.PartRow;
import city.chengmai.dashboard.query.VisitQueries.RoleRow;
import city.chengmai.dashboard.query.VisitQueries.SessionRow;
import city.chengmai.dashboard.query.VisitQueries.TagRow;
import city.chengmai.dashboard.query.VisitQueries.TierRow;
import city.chengmai.dashboard.query.VisitQueries.WordRow;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures outside the portraits, at a moment with a past and a future. */
class MeasureQueriesIT {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2027-03-01T00:00:00Z");
  private static final Instant A_MONTH_BEFORE = LATER.minus(Duration.ofDays(30));
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
    assertThat(measures.staircases(NOW))
        .containsExactly(
            new StaircaseRow("a", "", days(-1), days(-50), days(-20), null, null, null),
            new StaircaseRow("b", "", days(-1), days(-60), days(-30), null, days(-10), null),
            new StaircaseRow("c", "", null, null, days(-40), null, null, null));
  }

  @Test
  void aMilestoneWaitsForWhatItsLatestTellingNames() {
    Rows rows = new Rows("events");
    follows(rows, "one", days(-9), "{\"after\":[\"a\"]}");
    follows(rows, "one", days(-8), "{\"after\":[\"b\",\"c\"]}");
    follows(rows, "one", days(-7), "{\"stage\":\"started\"}");
    follows(rows, "one", days(1), "{\"after\":[\"d\"]}");
    follows(rows, "two", days(-7), "{\"stage\":\"planned\"}");
    rows.into(writer);
    assertThat(measures.follows(NOW)).containsExactly(new FollowRow("one", List.of("b", "c")));
  }

  private static void follows(Rows rows, String milestone, Instant at, String data) {
    rows.add(
        "source", "urn:test",
        "id", milestone + at,
        "type", "cn.grid.project.milestone",
        "subject", milestone,
        "occurred_at", at,
        "recorded_at", at,
        "data", data);
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
        "INSERT INTO visits (visit_id, target_type, held_at, version) SELECT 'q' ||"
            + " toString(number), if(number % 2 = 0, 'enterprise', 'shop'),"
            + " toDateTime64('2023-01-01', 3, 'UTC') + toIntervalMinute(number * 20), 1 FROM"
            + " numbers(18854)");
    writer.execute(
        "INSERT INTO visits (visit_id, target_type, held_at, version) VALUES"
            + " ('home', 'household', '2023-02-01 00:00:00', 1),"
            + " ('late', 'enterprise', '2023-10-01 00:00:00', 1)");
    writer.execute(
        "INSERT INTO appeals (appeal_id, raised_at, closed_at, outcome, version) SELECT"
            + " toString(number), toDateTime64('2023-03-01', 3, 'UTC'), if(number < 2634 OR number"
            + " = 2661, toDateTime64(if(number = 2661, '2023-10-01', '2023-04-01'), 3, 'UTC'),"
            + " NULL), if(number < 2634 OR number = 2661, 'solved', ''), 1 FROM numbers(2662)");

    ContactsRow row =
        measures.contacts(
            Instant.parse("2023-01-01T00:00:00Z"), Instant.parse("2023-10-01T00:00:00Z"));

    assertThat(row).isEqualTo(new ContactsRow(18_855, 0, 0, 0, 18_854, 2_662, 2_634, 28));
  }

  /** The survey of the first quarter of 2018: 102 visits brought up 29 problems. */
  @Test
  void issuesOfASurveyBelongToTheVisitThatBroughtThemUp() {
    writer.execute(
        "INSERT INTO visits (visit_id, target_type, held_at, revisits, revisited_at, version)"
            + " SELECT 's' || toString(number), 'enterprise', toDateTime64('2018-01-02', 3, 'UTC'),"
            + " number < 10, if(number < 10, toDateTime64('2018-02-02', 3, 'UTC'), NULL), 1 FROM"
            + " numbers(102)");
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
        "INSERT INTO cases (case_id, level, filed_at, closed_at, cancelled_at, version) SELECT 'l'"
            + " || toString(number), multiIf(number < 52, 'simple', number < 200, 'comprehensive',"
            + " number < 216, 'difficult', 'simple'), toDateTime64('2025-06-03', 3, 'UTC'),"
            + " if(number < 212, toDateTime64('2025-06-09', 3, 'UTC'), NULL), if(number = 216,"
            + " toDateTime64('2025-06-04', 3, 'UTC'), NULL), 1 FROM numbers(217)");

    assertThat(
            measures.levels(
                Instant.parse("2025-06-01T00:00:00Z"), Instant.parse("2025-07-01T00:00:00Z")))
        .containsExactlyInAnyOrder(
            new LevelRow("simple", 52, 52),
            new LevelRow("comprehensive", 148, 148),
            new LevelRow("difficult", 16, 12));
  }

  /** Enterprises that left are no part of what is to be covered. */
  @Test
  void visitsCoverWhoIsOnFile() {
    Rows firms = new Rows("enterprises");
    firms.add("enterprise_id", "e-key", "tier", "key", "status", "open");
    firms.add("enterprise_id", "e-new", "tier", "key", "status", "open");
    firms.add("enterprise_id", "e-small", "tier", "general", "status", "");
    firms.add("enterprise_id", "e-gone", "tier", "key", "status", "moved-out");
    firms.into(writer);
    Rows held = new Rows("visits");
    went(held, "w1", "enterprise", "e-key", "district", later(-3), 1);
    went(held, "w2", "enterprise", "e-key", "industry", later(-2), 0);
    went(held, "w3", "shop", "e-small", "local", later(-2), 1);
    went(held, "w4", "enterprise", "e-gone", "local", later(-2), 0);
    went(held, "w5", "enterprise", "e-new", "local", later(-40), 0);
    // The 11th is a Thursday.
    went(held, "w6", "household", "home-1", "local", Instant.parse("2027-02-10T20:00:00Z"), 1);
    went(held, "w7", "household", "home-2", "local", Instant.parse("2027-02-11T01:00:00Z"), 0);
    went(held, "w8", "household", "home-2", "local", Instant.parse("2027-02-12T01:00:00Z"), 0);
    held.into(writer);
    Rows issues = new Rows("visit_issues");
    issues.add(
        "issue_id",
        "wi1",
        "visit_id",
        "w1",
        "tag",
        "hardest",
        "solved_on_spot",
        1,
        "raised_at",
        later(-3),
        "category",
        "a");
    issues.add(
        "issue_id",
        "wi2",
        "visit_id",
        "w1",
        "tag",
        "",
        "raised_at",
        later(-3),
        "category",
        "a",
        "appeal_id",
        "wa1");
    issues.add(
        "issue_id",
        "wi3",
        "visit_id",
        "w6",
        "tag",
        "dearest",
        "raised_at",
        later(-2),
        "category",
        "home");
    issues.into(writer);
    VisitQueries visits = new VisitQueries(new Store(reader));
    assertThat(visits.kinds(A_MONTH_BEFORE, LATER))
        .filteredOn(row -> !row.kind().equals("enterprise"))
        .containsExactly(
            new KindRow("building", 0, 0, 0L),
            new KindRow("committee", 3, 0, 0L),
            new KindRow("household", 3, 2, null));
    assertThat(visits.kinds(A_MONTH_BEFORE, LATER))
        .filteredOn(row -> row.kind().equals("enterprise"))
        .extracting(KindRow::covered, KindRow::onFile)
        .containsExactly(tuple(2L, 3L));
    assertThat(visits.tiers(A_MONTH_BEFORE, LATER))
        .containsExactly(
            new TierRow("key", 2, 1, 1, 1, 0, 1), new TierRow("general", 1, 1, 0, 0, 1, 0));
    assertThat(visits.sessions(A_MONTH_BEFORE, LATER, ZoneId.of("Asia/Shanghai")))
        .extracting(row -> row.day().toString(), SessionRow::homes)
        .contains(tuple("2027-02-11", 2L), tuple("2027-02-12", 1L));
    assertThat(visits.roles(A_MONTH_BEFORE, LATER))
        .containsExactly(new RoleRow("committee", 3), new RoleRow("police", 1));
    assertThat(visits.tags(A_MONTH_BEFORE, LATER))
        .containsExactly(
            new TagRow("hardest", 1, 1), new TagRow("dearest", 1, 0), new TagRow("", 1, 0));
    assertThat(visits.campaigns(A_MONTH_BEFORE, LATER))
        .contains(new CampaignRow("w", 7, 5, 3, 1, 3, 6));
  }

  @Test
  void appealsAreInTimeByWhatFellDueAndNeedsByWhatCame() {
    Rows appeals = new Rows("appeals");
    appeal(appeals, "p1", later(-10), later(-5), later(-6), 1, "satisfied", "a");
    appeal(appeals, "p2", later(-10), later(-5), later(-4), 2, "dissatisfied", "a");
    appeal(appeals, "p3", later(-10), later(-5), later(2), 0, "satisfied", "b");
    appeal(appeals, "p4", later(-2), later(5), null, 1, "", "b");
    appeal(appeals, "p5", later(-45), later(-40), later(-41), 1, "fairly", "b");
    appeals.into(writer);
    Rows packages = new Rows("service_packages");
    packages.add(
        "package_id",
        "k1",
        "enterprise_id",
        "no-key",
        "part",
        "welcome",
        "confirmed",
        1,
        "delivered_at",
        later(-1));
    packages.add(
        "package_id",
        "k2",
        "enterprise_id",
        "no-key",
        "part",
        "welcome",
        "confirmed",
        0,
        "delivered_at",
        later(-50));
    packages.into(writer);
    VisitQueries visits = new VisitQueries(new Store(reader));
    PaceRow pace = visits.pace(A_MONTH_BEFORE, LATER);
    assertThat(pace).isEqualTo(new PaceRow(3, 1, 1, 1, 4, 1, 2, 1, 120.0));
    assertThat(visits.needs(later(-60), A_MONTH_BEFORE, LATER))
        .contains(new NeedRow("b", 2, 1))
        .extracting(NeedRow::category)
        .doesNotContain("home");
    assertThat(visits.words(A_MONTH_BEFORE, LATER)).contains(new WordRow("appeals", 1, 0, 1, 0));
    assertThat(visits.parts(A_MONTH_BEFORE, LATER))
        .extracting(PartRow::part, PartRow::covered, PartRow::delivered, PartRow::confirmedCount)
        .containsExactly(tuple("welcome", 0L, 1L, 1L));
  }

  private static void went(
      Rows rows, String id, String kind, String target, String line, Instant at, int returned) {
    rows.add(
        "visit_id", id,
        "campaign", "w",
        "target_type", kind,
        "target_id", target,
        "tier", line,
        "participants", returned == 1 ? List.of("committee", "police") : List.of("committee"),
        "held_at", at,
        "revisits", returned,
        "revisited_at", returned == 1 ? later(-1) : null,
        "reopened", returned == 1 ? 2 : null);
  }

  private static void appeal(
      Rows rows,
      String id,
      Instant raised,
      Instant due,
      Instant closed,
      int dispatches,
      String said,
      String category) {
    rows.add(
        "appeal_id", id,
        "raised_at", raised,
        "due_at", due,
        "closed_at", closed,
        "dispatches", dispatches,
        "satisfaction", said,
        "category", category);
  }

  private static Instant later(int days) {
    return LATER.plus(Duration.ofDays(days));
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
