package city.chengmai.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.chengmai.dashboard.fixture.Rows;
import city.chengmai.dashboard.query.AccessQueries.UsageRow;
import city.chengmai.dashboard.query.BulletinQueries.DecisionRow;
import city.chengmai.dashboard.query.BulletinQueries.ReopenedRow;
import city.chengmai.dashboard.query.FileQueries.StewardRow;
import city.chengmai.dashboard.query.InspectionQueries.ContactRow;
import city.chengmai.dashboard.query.InspectionQueries.OffenderRow;
import city.chengmai.dashboard.query.InspectionQueries.PlannedRow;
import city.chengmai.dashboard.query.InspectionQueries.SumsRow;
import city.chengmai.dashboard.query.PoolQueries.FeedRow;
import city.chengmai.dashboard.query.PoolQueries.KindRow;
import city.chengmai.dashboard.query.PortraitQueries.RollUpRow;
import city.chengmai.dashboard.query.ResponseQueries.AreaValueRow;
import city.chengmai.dashboard.query.ResponseQueries.CategoryRow;
import city.chengmai.dashboard.query.ResponseQueries.ChargingRow;
import city.chengmai.dashboard.query.ResponseQueries.DemanderRow;
import city.chengmai.dashboard.query.ResponseQueries.DiscoveryRow;
import city.chengmai.dashboard.query.ResponseQueries.LevelRow;
import city.chengmai.dashboard.query.ResponseQueries.LoadRow;
import city.chengmai.dashboard.query.ResponseQueries.RosterRow;
import city.chengmai.dashboard.query.ResponseQueries.StepsRow;
import city.chengmai.dashboard.query.SiteQueries.ClockRow;
import city.chengmai.dashboard.query.SiteQueries.FunnelRow;
import city.chengmai.dashboard.query.SiteQueries.SiteRow;
import city.chengmai.dashboard.query.SituationQueries.ActionsRow;
import city.chengmai.dashboard.query.SituationQueries.CasesRow;
import city.chengmai.dashboard.query.SituationQueries.ReadingRow;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sites, inspections, response and the talk meeting, at a moment with a past and a future. */
class PracticeQueriesIT {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant FROM = NOW.minus(Duration.ofDays(30));
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @TempDir private static Path data;
  private static EmbeddedClickHouse engine;
  private static ClickHouseClient reader;
  private static ClickHouseClient writer;
  private static Store store;

  @BeforeAll
  static void start() {
    engine = EmbeddedClickHouse.startMigrated(data);
    reader = new ClickHouseClient(engine.reader());
    writer = new ClickHouseClient(engine.writer());
    store = new Store(reader);
  }

  @AfterAll
  static void stop() {
    reader.close();
    writer.close();
    engine.close();
  }

  /** Two hours to look, four to sit down; what is younger and unmet is judged by neither. */
  @Test
  void aSiteHasItsTeamItsClocksAndItsFunnel() {
    Rows sites = new Rows("registry");
    site(sites, "s1", Map.of("overlayGrid", "w1", "gridWorker", "post 1", "phase", "structure"));
    site(sites, "s2", Map.of("firstDay", "2026-02-27"));
    sites.into(writer);
    Rows rows = new Rows("site_complaints");
    complaint(rows, "in-time", "s1", -600, 110, true, 200, 900, "solved");
    complaint(rows, "late", "s1", -600, 130, true, 260, null, "");
    complaint(rows, "refuted", "s1", -600, 60, false, null, null, "");
    complaint(rows, "nobody-looked", "s1", -150, null, null, null, null, "");
    complaint(rows, "young", "s1", -60, null, null, null, null, "");
    complaint(rows, "to-negotiate", "s1", -90, 30, true, null, null, "");
    complaint(rows, "elsewhere", "s9", -600, 30, true, 60, 300, "partly");
    complaint(rows, "before", "s1", -60 * 24 * 40, 30, true, 60, 90, "solved");
    rows.into(writer);
    SiteQueries queries = new SiteQueries(store);

    List<SiteRow> all = queries.sites("", FROM, NOW, ZONE);
    assertThat(all).extracting(SiteRow::siteId).containsExactly("s1", "s9", "s2");
    assertThat(all.get(0))
        .isEqualTo(
            new SiteRow(
                "s1",
                "site s1",
                "home",
                "w1",
                "structure",
                "",
                null,
                null,
                "post 1",
                "",
                "",
                1,
                6,
                5,
                3,
                2,
                1,
                5,
                31));
    assertThat(all.get(1))
        .extracting(SiteRow::onFile, SiteRow::homeGrid, SiteRow::complaints, SiteRow::open)
        .containsExactly(0, "g", 1L, 0L);
    assertThat(all.get(2))
        .extracting(SiteRow::firstDay, SiteRow::days)
        .containsExactly(LocalDate.of(2026, 2, 27), 3L);
    assertThat(queries.sites("w1", FROM, NOW, ZONE))
        .extracting(SiteRow::siteId)
        .containsExactly("s1");
    assertThat(queries.clocks("", FROM, NOW))
        .extracting(ClockRow::complaintId, ClockRow::clock, ClockRow::dueAt, ClockRow::total)
        .containsExactly(
            tuple("young", "verification", minutes(60), 3L),
            tuple("to-negotiate", "negotiation", minutes(150), 3L),
            tuple("nobody-looked", "verification", minutes(-30), 3L));
    assertThat(queries.funnel("", FROM, NOW)).isEqualTo(new FunnelRow(7, 5, 4, 4, 3, 1, 0, 1));
    assertThat(queries.funnel("w1", FROM, NOW.plus(Duration.ofDays(1))))
        .isEqualTo(new FunnelRow(6, 4, 3, 3, 2, 1, 1, 0));
    assertThat(queries.funnel("no such", FROM, NOW))
        .isEqualTo(new FunnelRow(0, 0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void inspectionsAreCountedByDepartmentsAndPlanned() {
    new Rows("enterprises").add("enterprise_id", "e1", "name", "One", "grid", "g").into(writer);
    Rows rows = new Rows("enforcement_actions");
    act(rows, "i1", "inspection", "e1", -3, List.of("fire", "health", "fire"), 1, 0);
    act(rows, "i2", "inspection", "e1", -2, List.of("police"), 1, 1);
    act(rows, "i3", "inspection", "e2", -2, List.of("police"), 0, null);
    act(rows, "i4", "inspection", "e1", 0, List.of("police", "fire"), 1, 1);
    act(rows, "i5", "inspection", "e1", -31, List.of("police", "fire"), 1, 1);
    rows.into(writer);
    Rows notices = new Rows("enforcement_actions");
    notice(notices, "n1", "e1", -100, -90, -91, "complete");
    notice(notices, "n2", "e1", -50, -40, -39, "complete");
    notice(notices, "n3", "e1", -9, 1, null, "");
    notice(notices, "n4", "e3", -50, -40, null, "");
    notices.into(writer);
    Rows visits = new Rows("visits");
    for (int day = 1; day <= 3; day++) {
      visits.add(
          "visit_id",
          "v" + day,
          "target_type",
          "enterprise",
          "target_id",
          "e1",
          "held_at",
          days(-day));
    }
    visits.into(writer);
    InspectionQueries queries = new InspectionQueries(store);

    assertThat(queries.sums(FROM, NOW)).isEqualTo(new SumsRow(3, 2, 2, 1, 1, 1, 2));
    assertThat(queries.planned(FROM, NOW))
        .containsExactly(
            new PlannedRow("i1", "e1", "One", "g", List.of("fire", "health"), days(-3)),
            new PlannedRow("i2", "e1", "One", "g", List.of("police"), days(-2)));
    assertThat(queries.contacts(FROM, NOW, 3))
        .containsExactly(new ContactRow("e1", "One", "g", 3, 2, 1));
    assertThat(queries.contacts(FROM, NOW, 5)).isEmpty();
    assertThat(queries.offenders(days(-180), NOW))
        .containsExactly(new OffenderRow("e1", "party", 1, "g", 3, 0, 1, days(-9), 1));
  }

  @Test
  void ordersAreAnsweredByWhoAsks() {
    Rows rows = new Rows("hotline_orders");
    order(rows, "o1", "visitor", -50, 1, 60);
    order(rows, "o2", "visitor", -50, 1, 60 * 25);
    order(rows, "o3", "visitor", -50, 1, null);
    order(rows, "o4", "visitor", -2, 1, null);
    order(rows, "o5", "visitor", -50, 0, null);
    order(rows, "o6", "", -50, 1, 30);
    rows.into(writer);
    assertThat(new ResponseQueries(store).demanders(FROM, NOW))
        .containsExactly(
            new DemanderRow("visitor", 5, 4, 2, 3, 1, 780.0, 1356.0),
            new DemanderRow("", 1, 1, 1, 1, 1, 30.0, 30.0));
  }

  /**
   * c1: an hour to unit A, which gives it back after two; B has it three hours later and fixes it.
   */
  @Test
  void handOversAreTimedFromStepToStep() {
    Rows events = new Rows("events");
    step(events, "c1", -100, "filed", "");
    step(events, "c1", -99, "dispatched", "A");
    step(events, "c1", -97, "returned", "A");
    step(events, "c1", -94, "dispatched", "B");
    step(events, "c1", -90, "disposed", "B");
    step(events, "c2", -50, "filed", "");
    step(events, "c3", -50, "dispatched", "A");
    step(events, "c3", -40, "returned", "A");
    step(events, "c4", -50, "filed", "");
    events.into(writer);
    new Rows("cases")
        .add("case_id", "c4", "cancelled_at", days(-1), "reported_at", days(-400))
        .into(writer);
    new Rows("case_levels").add("case_id", "c1", "crosses", List.of("department")).into(writer);
    assertThat(new ResponseQueries(store).steps(FROM, NOW))
        .containsExactly(
            new StepsRow("filed", "", 2, 1, 1, 60.0, 60.0, 0),
            new StepsRow("filed", "A", 1, 1, 0, 60.0, 60.0, 0),
            new StepsRow("returned", "", 2, 1, 1, 180.0, 180.0, 1),
            new StepsRow("returned", "A", 2, 1, 1, 180.0, 180.0, 1),
            new StepsRow("dispatched", "", 3, 3, 0, 240.0, 528.0, 0),
            new StepsRow("dispatched", "A", 2, 2, 0, 360.0, 552.0, 0),
            new StepsRow("dispatched", "B", 1, 1, 0, 240.0, 240.0, 0));
  }

  /** A beginning after the report, one of years ago and one that is no moment are not told. */
  @Test
  void mattersGoOnUnseenUntilSomebodyTells() {
    Instant from = Instant.parse("2025-04-01T00:00:00Z");
    Instant until = Instant.parse("2025-05-01T00:00:00Z");
    Rows cases = new Rows("cases");
    Rows events = new Rows("events");
    discovered(cases, events, "f1", "patrol", from, "2025-03-31T23:00:00Z", 5);
    discovered(cases, events, "f2", "patrol", from, "2025-04-01T05:00:00+08:00", 7);
    discovered(cases, events, "f3", "patrol", from, "2025-04-01T00:00:01Z", 30 * 24);
    discovered(cases, events, "f4", "hotline", from, "2023-01-01T00:00:00Z", null);
    discovered(cases, events, "f5", "hotline", from, "yesterday", null);
    discovered(cases, events, "f6", "", from, null, null);
    discovered(cases, events, "before", "app", from.minusMillis(1), "2025-03-31T23:00:00Z", 5);
    discovered(cases, events, "after", "app", until, "2025-03-31T23:00:00Z", 5);
    cases.add("case_id", "void", "reported_at", from, "cancelled_at", from, "channel", "app");
    cases.into(writer);
    events.into(writer);

    assertThat(new ResponseQueries(store).discovery(from, until))
        .containsExactly(
            new DiscoveryRow("patrol", 3, 2, 120.0, 168.0, 2, 300.0),
            new DiscoveryRow("hotline", 2, 0, null, null, 0, null),
            new DiscoveryRow("other", 1, 0, null, null, 0, null),
            new DiscoveryRow("all", 6, 2, 120.0, 168.0, 2, 300.0));
  }

  /** Filed an hour after the report. */
  private static void discovered(
      Rows cases,
      Rows events,
      String id,
      String channel,
      Instant reported,
      String began,
      Integer fixedAfterHours) {
    cases.add(
        "case_id",
        id,
        "channel",
        channel,
        "reported_at",
        reported,
        "filed_at",
        reported.plus(Duration.ofHours(1)),
        "disposed_at",
        fixedAfterHours == null ? null : reported.plus(Duration.ofHours(fixedAfterHours)));
    events.add(
        "source",
        "urn:test",
        "id",
        id,
        "type",
        "cn.grid.case.reported",
        "subject",
        id,
        "occurred_at",
        reported,
        "recorded_at",
        reported,
        "data",
        began == null ? "{}" : "{\"beganAt\":\"" + began + "\"}");
  }

  @Test
  void casesHaveLimitsByLevelALoadAndATail() {
    Instant until = Instant.parse("2025-07-01T00:00:00Z");
    Instant from = Instant.parse("2025-06-01T00:00:00Z");
    Rows cases = new Rows("cases");
    leveled(cases, "l1", "simple", from, 8, 4);
    leveled(cases, "l2", "simple", from, 24, 30);
    leveled(cases, "l3", "difficult", from, 24 * 60, null);
    leveled(cases, "l4", "", from, null, 4);
    cases.into(writer);
    new Rows("patrol_rounds").add("round_id", "r", "grid", "g1", "planned_for", from).into(writer);
    ResponseQueries queries = new ResponseQueries(store);
    assertThat(queries.levels(from, until))
        .containsExactly(
            new LevelRow("simple", 2, 2, 16.0, 8.0, 24.0, 2, 1),
            new LevelRow("difficult", 1, 1, 1440.0, 1440.0, 1440.0, 0, 0),
            new LevelRow("", 1, 0, null, null, null, 0, 0));
    assertThat(queries.load(from, until)).containsExactly(new LoadRow("g1", 4, 1, 0, 1, 0, 0));
    assertThat(queries.categories(from, until))
        .containsExactly(new CategoryRow("pets", 4, 3, 4, 1, 4.0));
  }

  /** A feed of two sources, one that is silent, one that is no more declared, a moment too late. */
  @Test
  void feedsAndKindsOfATimeAreCounted() {
    Instant until = Instant.parse("2024-05-01T00:00:00Z");
    Instant from = Instant.parse("2024-04-01T00:00:00Z");
    Rows feeds = new Rows("feeds");
    feed(feeds, "apps", List.of("s1", "s2"), 1);
    feed(feeds, "silent", List.of("s3"), 1);
    feed(feeds, "gone", List.of("s4"), 0);
    feeds.into(writer);
    Rows events = new Rows("events");
    pooled(events, "s1", "case.reported", "g1", from);
    pooled(events, "s2", "case.reported", "g2", from.plusSeconds(9));
    pooled(events, "s4", "case.reported", "", from);
    pooled(events, "s4", "visit.held", "g1", from);
    pooled(events, "s3", "visit.held", "g1", until);
    events.into(writer);
    PoolQueries queries = new PoolQueries(store);
    assertThat(queries.feeds(from, until))
        .containsExactly(
            new FeedRow("apps", List.of("s1", "s2"), 2), new FeedRow("silent", List.of("s3"), 0));
    assertThat(queries.kinds(from, until))
        .containsExactly(
            new KindRow(
                "cn.grid.case.reported",
                3,
                2,
                List.of("g1", "g2"),
                List.of("s1", "s2", "s4"),
                from.plusSeconds(9)),
            new KindRow("cn.grid.visit.held", 1, 1, List.of("g1"), List.of("s4"), from));
  }

  private static void feed(Rows rows, String id, List<String> sources, int declared) {
    rows.add("feed_id", id, "sources", sources, "declared", declared);
  }

  private static void pooled(Rows rows, String source, String type, String grid, Instant at) {
    rows.add(
        "source",
        source,
        "id",
        type + at,
        "type",
        "cn.grid." + type,
        "subject",
        "x",
        "grid",
        grid,
        "occurred_at",
        at);
  }

  /** Refused statements, names within names and other times use nothing; a doubled entry is one. */
  @Test
  void statementsUseTheTablesThatTheyName() {
    Instant from = Instant.parse("2024-04-01T00:00:00Z");
    Instant until = Instant.parse("2024-05-01T00:00:00Z");
    String both = "SELECT * FROM chengmai.CASES JOIN cases AS c, visits";
    for (int time = 0; time < 2; time++) {
      Rows rows = new Rows("audit_log");
      used(rows, "e1", "wang", "analyst", "query", "done", from, both);
      rows.into(writer);
    }
    Rows rows = new Rows("audit_log");
    used(rows, "e2", "li", "analyst", "export", "done", from.plusSeconds(5), "FROM cases");
    used(rows, "e3", "li", "admin", "query", "done", from, "FROM cases");
    used(rows, "e4", "li", "admin", "query", "refused", from, "FROM cases");
    used(rows, "e5", "li", "admin", "query", "done", from, "FROM cases_old, visits2");
    used(rows, "e6", "li", "admin", "account", "done", from, "cases");
    used(rows, "e7", "li", "admin", "query", "done", until, "FROM cases");
    rows.into(writer);
    assertThat(
            new AccessQueries(new Store(writer))
                .usage(List.of("cases", "visits", "areas"), from, until))
        .containsExactly(
            new UsageRow("cases", "analyst", 2, 2, from.plusSeconds(5)),
            new UsageRow("cases", "admin", 1, 1, from),
            new UsageRow("visits", "analyst", 1, 1, from));
  }

  private static void used(
      Rows rows,
      String id,
      String account,
      String role,
      String kind,
      String outcome,
      Instant at,
      String detail) {
    rows.add(
        "happened_at", at,
        "entry_id", id,
        "account", account,
        "role", role,
        "kind", kind,
        "outcome", outcome,
        "detail", detail);
  }

  /** A post that ended, a turn that tells one number alone, and one before the time. */
  @Test
  void aGridHasItsRosterAndWhoCame() {
    Instant until = Instant.parse("2025-05-01T00:00:00Z");
    Instant from = Instant.parse("2025-04-01T00:00:00Z");
    Rows posts = new Rows("registry");
    post(posts, "p1", "g1", Map.of("shift", "day", "staff", "3"), null);
    post(posts, "p2", "g1", Map.of("shift", "night", "staff", "1"), null);
    post(posts, "p3", "g1", Map.of("shift", "day"), null);
    post(posts, "p4", "g1", Map.of("shift", "day", "staff", "9"), from);
    posts.into(writer);
    Rows turns = new Rows("services");
    turn(turns, "t1", "g1", from, Map.of("present", "2", "rostered", "3"));
    turn(turns, "t2", "g1", from, Map.of("present", "2"));
    turn(turns, "t3", "g1", from.minusSeconds(1), Map.of("present", "1", "rostered", "9"));
    turn(turns, "t4", "g2", from, Map.of("present", "1", "rostered", "1"));
    turns.into(writer);
    assertThat(new ResponseQueries(store).roster(from, until))
        .containsExactly(
            new RosterRow("g1", 3, 1, 4, 3, 0, 1, 2, 2, 3),
            new RosterRow("g2", 0, 0, 0, 0, 0, 0, 1, 1, 1));
  }

  private static void post(
      Rows rows, String id, String grid, Map<String, String> attributes, Instant to) {
    Map<String, String> all = new HashMap<>(attributes);
    all.put("kind", "grid-post");
    rows.add(
        "record_id", id,
        "record_kind", "facility",
        "grid", grid,
        "attributes", all,
        "valid_to", to);
  }

  private static void turn(
      Rows rows, String id, String grid, Instant at, Map<String, String> attributes) {
    rows.add(
        "service_id", id,
        "kind", "duty-shift",
        "grid", grid,
        "held_at", at,
        "attributes", attributes);
  }

  @Test
  void areasAboveGridsHaveTheirLatestValues() {
    Rows areas = new Rows("areas");
    areas.add("area_id", "d1", "level", "district", "valid_from", "2020-01-01");
    areas.add("area_id", "d2", "level", "district", "valid_from", "2020-01-01");
    areas.add("area_id", "g1", "level", "grid", "valid_from", "2020-01-01");
    areas.into(writer);
    Rows values = new Rows("indicator_30d");
    for (String area : List.of("d1", "d2", "g1")) {
      for (int day = 1; day <= 3; day++) {
        values.add(
            "area_id",
            area,
            "indicator",
            "M04",
            "day",
            "2026-02-0" + day,
            "numerator",
            90 + day,
            "denominator",
            100,
            "value",
            90 + day,
            "state",
            "measured");
      }
    }
    values.into(writer);
    LocalDate day = LocalDate.of(2026, 2, 2);
    assertThat(new ResponseQueries(store).areas(day, List.of("M04", "M05")))
        .containsExactly(
            new AreaValueRow("d1", "M04", day, 92, 100, 92.0, "measured"),
            new AreaValueRow("d2", "M04", day, 92, 100, 92.0, "measured"));
  }

  /** z1 is the sum of g11 and g12, the overlay left out; z2 has one grid more than it counts. */
  @Test
  void comprehensiveGridsStandBesideTheSumsOfTheirGrids() {
    Rows areas = new Rows("areas");
    below(areas, "z1", "sd", "comprehensive-grid", 0);
    below(areas, "z2", "sd", "comprehensive-grid", 0);
    below(areas, "g11", "z1", "grid", 0);
    below(areas, "g12", "z1", "grid", 0);
    below(areas, "w1", "z1", "grid", 1);
    below(areas, "g21", "z2", "grid", 0);
    areas.into(writer);
    Rows values = new Rows("indicator_30d");
    LocalDate day = LocalDate.of(2024, 5, 1);
    counted(values, "z1", day, 9, 12);
    counted(values, "g11", day, 4, 5);
    counted(values, "g12", day, 5, 7);
    counted(values, "w1", day, 3, 3);
    counted(values, "z2", day, 1, 2);
    counted(values, "g21", day, 2, 2);
    counted(values, "g21", day.minusDays(1), 9, 9);
    counted(values, "sd", day, 10, 14);
    values.into(writer);
    assertThat(
            new PortraitQueries(store)
                .rollUps(day.plusDays(3), "comprehensive-grid", List.of("M04", "S02")))
        .containsExactly(
            new RollUpRow("z1", "M04", 9, 12, 9, 12, 2), new RollUpRow("z2", "M04", 1, 2, 2, 2, 1));
  }

  private static void below(Rows areas, String id, String parent, String level, int overlay) {
    areas.add(
        "area_id",
        id,
        "parent_id",
        parent,
        "level",
        level,
        "overlay",
        overlay,
        "valid_from",
        "2020-01-01");
  }

  private static void counted(Rows rows, String area, LocalDate day, int part, int whole) {
    rows.add(
        "area_id",
        area,
        "indicator",
        "M04",
        "day",
        day.toString(),
        "numerator",
        part,
        "denominator",
        whole,
        "state",
        "measured");
  }

  @Test
  void aGridSeesWhatItsFeedsTell() {
    Rows readings = new Rows("observations");
    people(readings, "counter-1", "shore", -50, 900);
    people(readings, "counter-1", "shore", -20, 100);
    people(readings, "counter-1", "shore", -1, 200);
    people(readings, "counter-1", "shore", 1, 999);
    people(readings, "counter-2", "shore", -40, 70);
    people(readings, "counter-3", "inland", -1, 5);
    people(readings, "counter-4", "shore", -SituationQueries.HEARD_DAYS, 60);
    people(readings, "counter-5", "shore", -SituationQueries.HEARD_DAYS - 1, 50);
    readings.into(writer);
    Rows feeds = new Rows("feeds");
    feeds.add("feed_id", "devices", "sources", List.of("urn:devices"), "declared", 1);
    feeds.into(writer);
    Rows cases = new Rows("cases");
    seen(cases, "w1", "order/parking", -3, null, -1);
    seen(cases, "w2", "order/bikes", -40, null, 5);
    seen(cases, "w3", "order/bikes", -3, -2, -2);
    seen(cases, "w4", "danger/fire", -70, -60, -65);
    seen(cases, "w5", "other/fire", -3, null, null);
    cases.into(writer);
    Rows acts = new Rows("enforcement_actions");
    acted(acts, "p1", -3, List.of("watch", "fire", "watch"));
    acted(acts, "p2", -40, List.of("watch"));
    acted(acts, "p3", -90, List.of("watch"));
    acts.into(writer);
    SituationQueries queries = new SituationQueries(store);
    SituationQueries.Window window =
        new SituationQueries.Window("shore", later(-60), later(-30), later(0));
    assertThat(queries.readings(window, List.of("people")))
        .containsExactly(
            new ReadingRow("people", "counter-1", 200, later(-1), "1", 2, 150.0, "devices"),
            new ReadingRow("people", "counter-2", 70, later(-40), "1", 0, null, "devices"),
            new ReadingRow("people", "counter-4", 60, later(-90), "1", 0, null, "devices"));
    assertThat(queries.readings(window, List.of("water"))).isEmpty();
    assertThat(queries.cases(window, List.of("order", "danger")))
        .containsExactly(
            new CasesRow("danger", 0, 0, 0, 0, List.of()),
            new CasesRow("order", 2, 1, 2, 1, List.of("urn:cases")));
    assertThat(queries.actions(window, List.of("watch")))
        .containsExactly(new ActionsRow("watch", 1, 1));
  }

  /** Years after everything else here, so that no other test counts these rows. */
  private static Instant later(int day) {
    return days(1000 + day);
  }

  private static void people(Rows rows, String device, String grid, int day, double value) {
    rows.add(
        "device_id",
        device,
        "metric",
        "people",
        "grid",
        grid,
        "observed_at",
        later(day),
        "value",
        value,
        "unit",
        "1",
        "source",
        "urn:devices",
        "id",
        device + day);
  }

  private static void seen(
      Rows rows, String id, String category, int reported, Integer closed, Integer due) {
    rows.add(
        "case_id",
        id,
        "source",
        "urn:cases",
        "category",
        category,
        "grid",
        "shore",
        "reported_at",
        later(reported),
        "closed_at",
        closed == null ? null : later(closed),
        "due_at",
        due == null ? null : later(due));
  }

  private static void acted(Rows rows, String id, int day, List<String> departments) {
    rows.add(
        "action_id",
        id,
        "kind",
        "inspection",
        "grid",
        "shore",
        "departments",
        departments,
        "acted_at",
        later(day));
  }

  @Test
  void theTalkMeetingHearsWhatCameBackAndWhatWasDecided() {
    Rows cases = new Rows("cases");
    cases.add(
        "case_id",
        "t1",
        "category",
        "noise",
        "grid",
        "g7",
        "unit",
        "U",
        "reported_at",
        days(-20),
        "closed_at",
        days(-1));
    cases.add(
        "case_id",
        "t2",
        "category",
        "noise",
        "grid",
        "g7",
        "reported_at",
        days(-20),
        "closed_at",
        days(3));
    cases.into(writer);
    Rows events = new Rows("events");
    step(events, "t1", -24 * 9, "reopened", "");
    step(events, "t1", -24 * 5, "reopened", "");
    step(events, "t2", -24 * 4, "reopened", "");
    step(events, "t2", -24 * 60, "reopened", "");
    events.into(writer);
    Rows decided = new Rows("conference_actions");
    decide(decided, "t1", "a1", "decide", -50, "first");
    decide(decided, "t1", "a2", "decide", -40, "then");
    decide(decided, "t2", "a3", "decide", -45, "other");
    decide(decided, "t2", "a4", "schedule", -44, "");
    decided.into(writer);
    BulletinQueries queries = new BulletinQueries(store);
    assertThat(queries.reopened(FROM, NOW, 1))
        .containsExactly(new ReopenedRow("t1", "noise", "g7", "U", 2, days(-5), 1, 2));
    assertThat(queries.reopened(FROM, NOW, 9))
        .extracting(ReopenedRow::closed)
        .containsExactly(1, 0);
    assertThat(queries.decisions(days(-60), FROM, NOW))
        .containsExactly(
            new DecisionRow("t2", "noise", "unit", "other", days(-45), 0),
            new DecisionRow("t1", "noise", "unit", "then", days(-40), 1));
  }

  /** One charger broke, one never worked; a report of this morning is of the new month. */
  @Test
  void unsafeChargingStandsBesideChargersMonthByMonth() {
    Rows events = new Rows("events");
    charger(events, "k1", -20, "working");
    charger(events, "k1", -5, "broken");
    charger(events, "k2", -40, "working");
    charger(events, "k3", -10, "broken");
    events.into(writer);
    Rows cases = new Rows("cases");
    hazard(cases, "h1", days(-26), null);
    hazard(cases, "h2", days(-25), null);
    hazard(cases, "h3", days(-25), days(-24));
    hazard(cases, "h4", minutes(-60), null);
    cases.into(writer);
    assertThat(new ResponseQueries(store).charging(NOW, ZONE, 2, List.of("bike")))
        .containsExactly(
            new ChargingRow(LocalDate.of(2026, 2, 1), 2, 1, 1),
            new ChargingRow(LocalDate.of(2026, 3, 1), 1, 0, 1));
  }

  @Test
  void aBuildingHasTheStewardOfItsLatestTelling() {
    Rows buildings = new Rows("buildings");
    buildings.add("building_id", "b1", "name", "One", "grid", "g", "tax_class", "100-million");
    buildings.add("building_id", "b2", "grid", "g");
    buildings.add("building_id", "b3", "grid", "other");
    buildings.into(writer);
    Rows events = new Rows("events");
    told(events, "b1", -9, "{\"steward\":\"hash\"}");
    told(events, "b1", -8, "{\"letArea\":5}");
    told(events, "b2", -9, "{\"steward\":\"hash\"}");
    told(events, "b2", -8, "{\"steward\":\"\"}");
    told(events, "b3", 1, "{\"steward\":\"hash\"}");
    events.into(writer);
    FileQueries files = new FileQueries(store);
    assertThat(files.stewards("", NOW))
        .containsExactly(
            new StewardRow("b2", "", "g", "", 0),
            new StewardRow("b3", "", "other", "", 0),
            new StewardRow("b1", "One", "g", "100-million", 1));
    assertThat(files.stewards("other", NOW)).hasSize(1);
  }

  private static void charger(Rows rows, String id, int day, String state) {
    happened(
        rows,
        "record.updated",
        id,
        day,
        "{\"attributes\":{\"kind\":\"e-bike-charger\",\"state\":\"" + state + "\"}}");
  }

  private static void told(Rows rows, String id, int day, String data) {
    happened(rows, "building.updated", id, day, data);
  }

  private static void happened(Rows rows, String type, String id, int day, String data) {
    rows.add(
        "source",
        "urn:test",
        "id",
        id + type + day,
        "type",
        "cn.grid." + type,
        "subject",
        id,
        "occurred_at",
        days(day),
        "recorded_at",
        days(day),
        "data",
        data);
  }

  private static void hazard(Rows rows, String id, Instant reported, Instant cancelled) {
    rows.add("case_id", id, "category", "bike", "reported_at", reported, "cancelled_at", cancelled);
  }

  private static void site(Rows rows, String id, Map<String, String> attributes) {
    rows.add(
        "record_kind",
        "site",
        "record_id",
        id,
        "name",
        "site " + id,
        "grid",
        "home",
        "attributes",
        attributes);
  }

  private static void complaint(
      Rows rows,
      String id,
      String site,
      int received,
      Integer verified,
      Boolean held,
      Integer negotiated,
      Integer rectified,
      String outcome) {
    rows.add(
        "complaint_id",
        id,
        "site_id",
        site,
        "grid",
        "g",
        "overlay_grid",
        site.equals("s1") ? "w1" : "",
        "negotiation_needed",
        1,
        "received_at",
        minutes(received),
        "verified_at",
        verified == null ? null : minutes(received + verified),
        "confirmed",
        held == null ? null : held ? 1 : 0,
        "negotiation_opened_at",
        negotiated == null ? null : minutes(received + negotiated),
        "rectified_at",
        rectified == null ? null : minutes(received + rectified),
        "outcome",
        outcome);
  }

  private static void act(
      Rows rows,
      String id,
      String kind,
      String enterprise,
      int day,
      List<String> departments,
      int planned,
      Integer peak) {
    rows.add(
        "action_id", id,
        "kind", kind,
        "enterprise_id", enterprise,
        "party", "party",
        "grid", "g",
        "departments", departments,
        "planned", planned,
        "peak_hour", peak,
        "acted_at", days(day));
  }

  private static void notice(
      Rows rows, String id, String enterprise, int day, int due, Integer checked, String found) {
    rows.add(
        "action_id",
        id,
        "kind",
        "notice",
        "enterprise_id",
        enterprise,
        "party",
        "party",
        "grid",
        "g",
        "acted_at",
        days(day),
        "due_at",
        days(due),
        "rectified_at",
        checked == null ? null : days(checked),
        "rectification",
        found);
  }

  private static void order(
      Rows rows, String id, String demander, int hours, int needed, Integer contacted) {
    Instant received = NOW.plus(Duration.ofHours(hours));
    rows.add(
        "order_id", id,
        "demander_type", demander,
        "received_at", received,
        "contact_needed", needed,
        "first_contacted_at",
            contacted == null ? null : received.plus(Duration.ofMinutes(contacted)));
  }

  private static void step(Rows rows, String id, int hours, String step, String unit) {
    Instant at = NOW.plus(Duration.ofHours(hours));
    rows.add(
        "source",
        "urn:test",
        "id",
        id + step + hours,
        "type",
        "cn.grid.case." + step,
        "subject",
        id,
        "occurred_at",
        at,
        "recorded_at",
        at,
        "data",
        unit.isEmpty() ? "{}" : "{\"unit\":\"" + unit + "\"}");
  }

  private static void leveled(
      Rows rows, String id, String level, Instant from, Integer limit, Integer closed) {
    Instant filed = from.plus(Duration.ofDays(5));
    rows.add(
        "case_id",
        id,
        "level",
        level,
        "category",
        "pets",
        "channel",
        "hotline",
        "grid",
        "g1",
        "reported_at",
        filed,
        "filed_at",
        filed,
        "due_at",
        limit == null ? null : filed.plus(Duration.ofHours(limit)),
        "closed_at",
        closed == null ? null : filed.plus(Duration.ofHours(closed)));
  }

  private static void decide(
      Rows rows, String id, String action, String kind, int day, String comment) {
    rows.add(
        "case_id", id,
        "action_id", action,
        "action", kind,
        "unit", "unit",
        "comment", comment,
        "actor", "post",
        "acted_at", days(day));
  }

  private static Instant days(int days) {
    return NOW.plus(Duration.ofDays(days));
  }

  private static Instant minutes(int minutes) {
    return NOW.plus(Duration.ofMinutes(minutes));
  }
}
