package city.chengmai.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.chengmai.dashboard.fixture.Rows;
import city.chengmai.dashboard.query.MechanismQueries.At;
import city.chengmai.dashboard.query.MechanismQueries.CaseRow;
import city.chengmai.dashboard.query.MechanismQueries.DemandRow;
import city.chengmai.dashboard.query.MechanismQueries.EntryRow;
import city.chengmai.dashboard.query.MechanismQueries.ItemRow;
import city.chengmai.dashboard.query.MechanismQueries.LastRow;
import city.chengmai.dashboard.query.MechanismQueries.OpenRow;
import city.chengmai.dashboard.query.MechanismQueries.PartRow;
import city.chengmai.dashboard.query.MechanismQueries.PeerRow;
import city.chengmai.dashboard.query.MechanismQueries.Places;
import city.chengmai.dashboard.query.MechanismQueries.RegisterRow;
import city.chengmai.dashboard.query.MechanismQueries.ServiceRow;
import city.chengmai.dashboard.query.MechanismQueries.Span;
import city.chengmai.dashboard.query.MechanismQueries.Sums;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.embedded.EmbeddedClickHouse;
import city.chengmai.datasets.mechanism.Mechanism;
import city.chengmai.datasets.mechanism.Mechanisms;
import city.chengmai.datasets.mechanism.Split;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sums of mechanisms counted by hand, at a moment with a past and a future. */
class MechanismQueriesIT {

  /** A Monday, 08:00 in Shanghai. */
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Span MONTH = new Span(days(-30), NOW);
  private static final List<Span> SPANS = List.of(MONTH, new Span(days(-60), days(-30)));
  private static final Places WEST = new Places(List.of("west"), false);
  private static final Mechanisms MECHANISMS = Mechanisms.bundled();

  @TempDir private static Path data;
  private static EmbeddedClickHouse engine;
  private static ClickHouseClient reader;
  private static MechanismQueries queries;

  @BeforeAll
  static void start() {
    engine = EmbeddedClickHouse.startMigrated(data);
    reader = new ClickHouseClient(engine.reader());
    queries = new MechanismQueries(new Store(reader));
    try (ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      registers(writer);
      services(writer);
      demands(writer);
      Rows cases = new Rows("cases");
      reported(cases, "c1", "street-order/shared-bikes", "west", days(-3));
      reported(cases, "c2", "street-order/shared-bikes", "east", days(-40));
      reported(cases, "c3", "street-order/shared-bikes", "west", NOW);
      reported(cases, "c4", "street-order/illegal-parking", "west", days(-3));
      cases.into(writer);
    }
  }

  @AfterAll
  static void stop() {
    reader.close();
    engine.close();
  }

  private static void registers(ClickHouseClient writer) {
    Rows rows = new Rows("registry");
    rows.add("record_id", "site-1", "record_kind", "site", "grid", "west", "name", "一号工地");
    rows.add("record_id", "site-2", "record_kind", "site", "grid", "east");
    entry(rows, "site-3", "site", "west", days(2), null, Map.of());
    entry(rows, "park-1", "bike-parking", "west", null, null, Map.of("capacity", "20"));
    entry(rows, "park-2", "bike-parking", "east", days(-10), null, Map.of("capacity", "30"));
    entry(rows, "park-3", "bike-parking", "west", null, days(-5), Map.of("capacity", "50"));
    entry(rows, "park-4", "bike-parking", "west", null, null, Map.of());
    entry(rows, "item-1", "enterprise-item", "east", null, null, Map.of("class", "policy"));
    entry(rows, "item-2", "enterprise-item", "east", null, null, Map.of());
    entry(rows, "estate-1", "old-estate", "west", null, null, Map.of("builtYear", "1984"));
    entry(rows, "estate-2", "old-estate", "west", null, null, Map.of("builtYear", "1997"));
    Map<String, String> told = Map.of("amount", "30", "residents", "60000");
    entry(rows, "district-1", "district-sports", "", null, null, told);
    entry(rows, "district-2", "district-sports", "", null, days(-40), told);
    entry(rows, "district-3", "district-sports", "", null, null, Map.of("amount", "30"));
    entry(rows, "district-4", "district-sports", "", days(-10), null, told);
    rows.into(writer);
    Rows readings = new Rows("observations");
    reading(readings, "park-1", "occupied", Duration.ofDays(-45), 21);
    reading(readings, "park-1", "occupied", Duration.ofDays(-9), 21);
    reading(readings, "park-2", "occupied", Duration.ofDays(-5), 40);
    reading(readings, "park-2", "occupied", Duration.ofDays(-4), 41);
    reading(readings, "park-1", "occupied", Duration.ofHours(-20), 12);
    reading(readings, "park-1", "occupied", Duration.ofHours(-2), 25);
    reading(readings, "park-1", "battery", Duration.ofHours(-1), 99);
    reading(readings, "park-2", "occupied", Duration.ofDays(-1), 6);
    reading(readings, "park-4", "battery", Duration.ofHours(-3), 80);
    reading(readings, "park-3", "occupied", Duration.ofHours(-1), 90);
    readings.into(writer);
  }

  private static void services(ClickHouseClient writer) {
    Rows rows = new Rows("services");
    held(rows, "l1", "legal-outreach", "west", days(-1), "site-1", 20, Map.of("handbooks", "15"));
    held(rows, "l2", "legal-outreach", "west", days(-2), "site-1", 10, Map.of("handbooks", "many"));
    held(rows, "l3", "legal-outreach", "east", days(-3), "site-9", null, Map.of());
    held(rows, "l4", "legal-outreach", "east", days(-31), "site-2", 8, Map.of("handbooks", "4"));
    held(rows, "l5", "legal-outreach", "west", NOW, "site-1", 99, Map.of("handbooks", "99"));
    held(rows, "n1", "night-class", "west", evening(-2), "", 18, Map.of("seats", "20"));
    held(rows, "n2", "night-class", "west", evening(-4), "", 30, Map.of());
    held(rows, "n3", "night-class", "west", evening(-6), "", 9, Map.of("seats", "30"));
    held(rows, "e1", "estate-check", "west", days(-40), "estate-1", 2, Map.of(), "failed");
    held(rows, "e2", "estate-check", "west", days(-20), "estate-1", 2, Map.of(), "passed");
    held(rows, "e3", "estate-check", "west", days(-20), "estate-2", 2, Map.of(), "passed");
    rows.into(writer);
  }

  private static void demands(ClickHouseClient writer) {
    Rows rows = new Rows("demands");
    need(rows, "d1", "west", days(-9), days(-5), days(-1), "item-1");
    need(rows, "d2", "west", days(-8), days(2), null, "item-1");
    need(rows, "d3", "east", days(-50), days(-10), null, "item-2");
    need(rows, "d4", "east", days(-4), null, null, "item-1");
    need(rows, "d5", "east", days(-3), null, days(-2), "");
    need(rows, "d6", "east", NOW, null, null, "item-1");
    rows.into(writer);
  }

  @Test
  void servicesAreCountedWithinTheTimeAndSitesOnTheRegisterAreReached() {
    Sums sums = sums("002-07", SPANS, Places.ALL, false);
    ServiceRow now = new At(sums, 1, "").service("legal-outreach").orElseThrow();
    assertThat(now.services()).isEqualTo(3);
    assertThat(now.participants()).isEqualTo(30);
    assertThat(now.targets()).isEqualTo(2);
    assertThat(now.reached()).isEqualTo(1);
    assertThat(now.lastHeldAt()).isEqualTo(days(-1));
    assertThat(now.sums()).containsEntry("handbooks", 15.0).containsEntry("#handbooks", 1.0);
    ServiceRow before = new At(sums, 2, "").service("legal-outreach").orElseThrow();
    assertThat(before.services()).isEqualTo(1);
    assertThat(before.reached()).isEqualTo(1);
    assertThat(before.lastHeldAt()).isEqualTo(days(-31));
    assertThat(new At(sums, 1, "").register("site").orElseThrow().entries()).isEqualTo(2);
  }

  @Test
  void aRatioIsOfServicesThatTellBoth() {
    ServiceRow row =
        new At(sums("003-11", SPANS, Places.ALL, false), 1, "")
            .service("night-class")
            .orElseThrow();
    assertThat(row.participants()).isEqualTo(57);
    assertThat(row.sums())
        .containsEntry("participants/seats", 27.0)
        .containsEntry("seats/participants", 50.0)
        .containsEntry("participants", 57.0);
    assertThat(row.afterHours()).isEqualTo(3);
    assertThat(row.hours()).isEqualTo(4.5);
  }

  @Test
  void aRegisterStandsAsAtTheEndWithTheReadingsOfItsLastDay() {
    Sums sums = sums("004-20", SPANS, Places.ALL, false);
    assertThat(new At(sums, 1, "").register("bike-parking"))
        .contains(
            new RegisterRow(
                "bike-parking", 1, "", 3, 4, 1, 1, 1, 50, 2, 50, 31, 1, 3, 2, 1, Map.of()));
    RegisterRow before = new At(sums, 2, "").register("bike-parking").orElseThrow();
    assertThat(before.entries()).isEqualTo(3);
    assertThat(before.measured()).isZero();
    assertThat(before.crowdedOnce()).isEqualTo(1);
    assertThat(before.crowdedAgain()).isZero();
    assertThat(sums.cases())
        .containsExactly(
            new CaseRow("street-order/shared-bikes", 1, "", 1),
            new CaseRow("street-order/shared-bikes", 2, "", 1));
  }

  @Test
  void otherPlacesAreThoseThatTellBothAtTheEnd() {
    Sums sums = sums("004-21", SPANS, Places.ALL, false);
    assertThat(new At(sums, 1, "").peers("district-sports"))
        .containsExactly(
            new PeerRow("district-sports", 1, "district-1", "district-1", 30, 60_000, days(-70)),
            new PeerRow("district-sports", 1, "district-4", "district-4", 30, 60_000, days(-70)));
    assertThat(new At(sums, 2, "").peers("district-sports"))
        .extracting(PeerRow::recordId)
        .containsExactly("district-1");
    assertThat(sums("004-21", SPANS, WEST, false).peers()).isEmpty();
    assertThat(sums("004-21", SPANS, Places.ALL, true).peers()).isEmpty();
  }

  @Test
  void gridsAddUpToTheCityAndAnAreaSeesItsOwn() {
    Sums city = sums("004-20", List.of(MONTH), Places.ALL, false);
    Sums grids = sums("004-20", List.of(MONTH), Places.ALL, true);
    assertThat(grids.registers().stream().mapToLong(RegisterRow::entries).sum())
        .isEqualTo(city.registers().get(0).entries());
    assertThat(grids.registers().stream().mapToDouble(RegisterRow::occupied).sum())
        .isEqualTo(city.registers().get(0).occupied());
    Sums west = sums("004-20", List.of(MONTH), WEST, false);
    assertThat(west.registers().get(0).entries()).isEqualTo(2);
    assertThat(west.cases()).extracting(CaseRow::cases).containsExactly(1L);
    Sums outreach = sums("002-07", List.of(MONTH), WEST, true);
    assertThat(outreach.services())
        .extracting(ServiceRow::place, ServiceRow::services, ServiceRow::reached)
        .containsExactly(tuple("west", 2L, 1L));
  }

  @Test
  void demandsAreMatchedInTimeOrWait() {
    Sums sums = sums("002-16", SPANS, Places.ALL, false);
    assertThat(new At(sums, 1, "").demand("enterprise-need"))
        .contains(new DemandRow("enterprise-need", 1, "", 4, 1, 2, 22.0, 2, 4.5, 2));
    assertThat(new At(sums, 2, "").demand("enterprise-need"))
        .contains(new DemandRow("enterprise-need", 2, "", 1, 0, 0, null, 0, null, 1));
    assertThat(new At(sums, 1, "").menu("enterprise-item").orElseThrow().entries()).isEqualTo(2);
    assertThat(queries.open(Set.of("enterprise-need"), NOW, Places.ALL, 1))
        .extracting(OpenRow::demandId, OpenRow::total)
        .containsExactly(tuple("d2", 2L));
    assertThat(queries.open(Set.of("enterprise-need"), NOW, WEST, 9))
        .extracting(OpenRow::demandId)
        .containsExactly("d2");
  }

  @Test
  void aMenuHasWishesTheirMatchAndWhatWasGiven() {
    Mechanism mechanism = MECHANISMS.find("002-16").orElseThrow();
    assertThat(queries.items(mechanism.menu().orElseThrow(), MONTH, Places.ALL))
        .containsExactly(
            new ItemRow("item-1", "item-1", "policy", 3, 1, 2, 4.0, 0, 0),
            new ItemRow("item-2", "item-2", "", 0, 0, 0, null, 0, 0));
  }

  @Test
  void rowsAreToldApart() {
    Split age = MECHANISMS.find("000-07").orElseThrow().splits().get(0);
    assertThat(queries.parts(age, "", MONTH, days(-180), Places.ALL, ZONE))
        .containsExactly(new PartRow("", "1980", 1, 2, 1), new PartRow("", "1990", 1, 1, 0));
    Split form = MECHANISMS.find("002-07").orElseThrow().splits().get(0);
    assertThat(queries.parts(form, "", MONTH, days(-180), WEST, ZONE))
        .containsExactly(new PartRow("", "", 2, 0, 0));
    Split hours = MECHANISMS.find("003-04").orElseThrow().splits().get(0);
    assertThat(
            queries.parts(
                new Split(hours.name(), hours.source(), "night-class", "hour", Map.of()),
                "",
                MONTH,
                days(-180),
                Places.ALL,
                ZONE))
        .containsExactly(new PartRow("", "19", 3, 0, 0));
    Split load = MECHANISMS.find("004-17").orElseThrow().splits().get(1);
    assertThat(queries.parts(load, "enterprise-item", MONTH, days(-180), Places.ALL, ZONE))
        .containsExactly(
            new PartRow("item-1", "item-1", 0, 0, 0), new PartRow("item-2", "item-2", 0, 0, 0));
    Split channel = MECHANISMS.find("003-07").orElseThrow().splits().get(0);
    assertThat(
            queries.parts(
                new Split(channel.name(), channel.source(), "enterprise-need", "channel", Map.of()),
                "",
                MONTH,
                days(-180),
                Places.ALL,
                ZONE))
        .containsExactly(new PartRow("", "app", 4, 0, 0));
  }

  @Test
  void whatIsBehindComesInOrder() {
    assertThat(queries.entries(Set.of("bike-parking"), NOW, Places.ALL, 2))
        .extracting(EntryRow::recordId, EntryRow::occupied, EntryRow::total)
        .containsExactly(tuple("park-1", 25.0, 3L), tuple("park-2", 6.0, 3L));
    List<LastRow> last = queries.last(Set.of("legal-outreach"), NOW, Places.ALL, 2);
    assertThat(last).extracting(LastRow::heldAt).containsExactly(days(-1), days(-2));
    assertThat(last).extracting(LastRow::target).containsExactly("一号工地", "一号工地");
    assertThat(queries.last(Set.of("legal-outreach"), NOW, WEST, 9)).hasSize(2);
  }

  @Test
  void everyDeclaredMechanismCanBeAsked() {
    Sums sums = queries.sums(MECHANISMS.all(), SPANS, Places.ALL, false, ZONE);
    assertThat(sums.services()).isNotEmpty();
    for (Mechanism one : MECHANISMS.all()) {
      for (Split split : one.splits()) {
        queries.parts(split, "", MONTH, days(-180), WEST, ZONE);
      }
      one.menu().ifPresent(menu -> queries.items(menu, MONTH, WEST));
    }
  }

  private static Sums sums(String id, List<Span> spans, Places places, boolean byGrid) {
    return queries.sums(List.of(MECHANISMS.find(id).orElseThrow()), spans, places, byGrid, ZONE);
  }

  private static Instant days(int days) {
    return NOW.plus(Duration.ofDays(days));
  }

  /** 19:00 in Shanghai. */
  private static Instant evening(int days) {
    return days(days).plus(Duration.ofHours(11));
  }

  private static void entry(
      Rows rows,
      String id,
      String kind,
      String grid,
      Instant from,
      Instant to,
      Map<String, String> attributes) {
    Map<String, String> all = new TreeMap<>(attributes);
    all.put("kind", kind);
    rows.add(
        "record_id", id,
        "record_kind", "facility",
        "name", id,
        "grid", grid,
        "attributes", all,
        "valid_from", from,
        "valid_to", to,
        "updated_at", days(-70),
        "recorded_at", days(-70));
  }

  private static void reading(
      Rows rows, String device, String metric, Duration before, double value) {
    rows.add(
        "device_id",
        device,
        "kind",
        "counter",
        "metric",
        metric,
        "observed_at",
        NOW.plus(before),
        "value",
        value,
        "source",
        "s",
        "id",
        device + before);
  }

  private static void held(
      Rows rows,
      String id,
      String kind,
      String grid,
      Instant at,
      String target,
      Integer people,
      Map<String, String> attributes,
      String... outcome) {
    rows.add(
        "service_id", id,
        "kind", kind,
        "grid", grid,
        "target_id", target,
        "participants", people,
        "attributes", attributes,
        "outcome", Arrays.stream(outcome).findFirst().orElse(""),
        "held_at", at,
        "ends_at", at.plus(Duration.ofMinutes(90)),
        "updated_at", at,
        "recorded_at", at);
  }

  private static void need(
      Rows rows,
      String id,
      String grid,
      Instant raised,
      Instant matched,
      Instant closed,
      String item) {
    rows.add(
        "demand_id", id,
        "kind", "enterprise-need",
        "channel", "app",
        "grid", grid,
        "item_id", item,
        "raised_at", raised,
        "matched_at", matched,
        "closed_at", closed,
        "updated_at", raised,
        "recorded_at", raised);
  }

  private static void reported(Rows rows, String id, String category, String grid, Instant at) {
    rows.add(
        "case_id", id,
        "category", category,
        "grid", grid,
        "stage", "reported",
        "reported_at", at,
        "updated_at", at,
        "recorded_at", at);
  }
}
