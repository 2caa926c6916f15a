package city.chengmai.dashboard.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import city.chengmai.dashboard.fixture.Rows;
import city.chengmai.dashboard.query.MechanismQueries.ArrivalRow;
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
import city.chengmai.dashboard.query.MechanismQueries.SpotCountRow;
import city.chengmai.dashboard.query.MechanismQueries.SpotRow;
import city.chengmai.dashboard.query.MechanismQueries.Sums;
import city.chengmai.dashboard.query.SpaceQueries.BuildingRow;
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
      Rows areas = new Rows("areas");
      formed(areas, "west", "campus", "2020-01-01");
      formed(areas, "east", "campus", "2020-01-01");
      formed(areas, "east", "business", "2025-01-01");
      formed(areas, "east", "park", "2027-01-01");
      areas.into(writer);
      arrivals(writer);
    }
  }

  private static void arrivals(ClickHouseClient writer) {
    Rows files = new Rows("enterprises");
    Rows events = new Rows("events");
    Rows packs = new Rows("service_packages");
    onFile(files, events, "in-time", "west", days(-20), "street-front", 1);
    onFile(files, events, "late", "west", days(-40), "enterprise-service", 1);
    onFile(files, events, "young", "east", days(-3), "street-front", 1);
    onFile(files, events, "imported", "west", days(-20), "import", 1);
    onFile(files, events, "rolled-off", "west", days(-20), "street-front", 3);
    onFile(files, events, "forgotten", "east", days(-31), "street-front", 1);
    packed(packs, "in-time", "welcome", days(-10));
    packed(packs, "in-time", "general-policy", days(-19));
    packed(packs, "late", "welcome", days(-20));
    packed(packs, "imported", "welcome", days(-19));
    files.into(writer);
    packs.into(writer);
    told(events, "point-1", days(-9), "{\"point\":{\"longitude\":121.3,\"latitude\":31.2}}");
    told(events, "point-1", days(-8), "{\"name\":\"x\"}");
    told(events, "point-3", days(-9), "{\"point\":{\"longitude\":121.4,\"latitude\":31.2}}");
    events.into(writer);
  }

  private static void onFile(
      Rows files, Rows events, String id, String grid, Instant first, String app, int updates) {
    files.add("enterprise_id", id, "grid", grid, "status", "open", "updates", updates);
    events.add(
        "source", "s",
        "id", id,
        "type", "cn.grid.enterprise.updated",
        "subject", id,
        "grid", grid,
        "occurred_at", first,
        "data", "{\"app\":\"" + app + "\"}");
  }

  private static void packed(Rows rows, String enterprise, String part, Instant at) {
    rows.add(
        "package_id", enterprise + "-" + part,
        "enterprise_id", enterprise,
        "part", part,
        "delivered_at", at);
  }

  private static void told(Rows events, String record, Instant at, String data) {
    events.add(
        "source",
        "s",
        "id",
        record + at,
        "type",
        "cn.grid.record.updated",
        "subject",
        record,
        "occurred_at",
        at,
        "data",
        data);
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
    entry(rows, "point-1", "contact-point", "west", null, null, Map.of());
    entry(rows, "point-2", "contact-point", "east", null, null, Map.of());
    entry(rows, "point-3", "contact-point", "east", null, days(-1), Map.of());
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
    held(rows, "j1", "joint-action", "west", days(-5), "", 9, Map.of("parties", "3"));
    held(rows, "j2", "joint-action", "east", days(-6), "", 9, Map.of());
    held(rows, "j3", "joint-action", "east", days(-7), "", 9, Map.of());
    held(rows, "j4", "joint-action", "", days(-7), "", 9, Map.of());
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

  /** As the grids were on the day, and a service that lies nowhere is not said. */
  @Test
  void servicesAreToldApartByTheFormOfCommunityOfTheirGrid() {
    Split form = MECHANISMS.find("002-26").orElseThrow().splits().get(0);
    assertThat(queries.parts(form, "", MONTH, days(-180), Places.ALL, ZONE))
        .containsExactly(
            new PartRow("", "business", 2, 0, 0),
            new PartRow("", "", 1, 0, 0),
            new PartRow("", "campus", 1, 0, 0));
    assertThat(queries.parts(form, "", MONTH, days(-180), WEST, ZONE))
        .containsExactly(new PartRow("", "campus", 1, 0, 0));
  }

  /** Imported is not new, whose first events are gone is not known, whose days last is not due. */
  @Test
  void newEnterprisesGetTheirPackInTimeOrNot() {
    Sums sums = sums("004-14", SPANS, Places.ALL, false);
    assertThat(sums.arrivals())
        .containsExactly(
            new ArrivalRow("welcome", 1, "", 2, 3, 1, 2, 15.0),
            new ArrivalRow("welcome", 2, "", 2, 0, 0, 0, null));
    assertThat(sums("004-14", List.of(MONTH), Places.ALL, true).arrivals())
        .containsExactly(
            new ArrivalRow("welcome", 1, "east", 1, 1, 0, 0, null),
            new ArrivalRow("welcome", 1, "west", 1, 2, 1, 2, 15.0));
    assertThat(sums("004-14", List.of(MONTH), WEST, false).arrivals())
        .extracting(ArrivalRow::due)
        .containsExactly(2L);
  }

  @Test
  void entriesLieWhereTheirLatestPointSays() {
    assertThat(queries.spots("contact-point", NOW, Places.ALL))
        .containsExactly(
            new SpotRow("point-1", "point-1", "west", 121.3, 31.2),
            new SpotRow("point-2", "point-2", "east", null, null));
    assertThat(queries.spots("contact-point", NOW, WEST)).hasSize(1);
    assertThat(queries.spotCounts("contact-point", NOW, Places.ALL))
        .containsExactly(new SpotCountRow("east", 1), new SpotCountRow("west", 1));
  }

  /** Marks are limited, numbers are not. */
  @Test
  void entriesAreCountedBeyondThoseThatAreMarked() {
    Rows rows = new Rows("registry");
    for (int i = 0; i < MechanismQueries.MOST_SPOTS + 20; i++) {
      entry(rows, "many-" + i, "many", i % 10 == 0 ? "west" : "east", null, null, Map.of());
    }
    entry(rows, "many-gone", "many", "west", null, days(-1), Map.of());
    try (ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      rows.into(writer);
    }
    assertThat(queries.spots("many", NOW, Places.ALL)).hasSize(MechanismQueries.MOST_SPOTS);
    assertThat(queries.spotCounts("many", NOW, Places.ALL))
        .containsExactly(new SpotCountRow("east", 468), new SpotCountRow("west", 52));
    assertThat(queries.spotCounts("many", NOW, WEST)).containsExactly(new SpotCountRow("west", 52));
  }

  /**
   * The file told 500 let first, the base record 700 later; a day after the moment is no matter.
   */
  @Test
  void buildingsHaveTheAreasThatWereToldLast() {
    try (ClickHouseClient writer = new ClickHouseClient(engine.writer())) {
      towers(writer);
    }
    assertThat(new SpaceQueries(new Store(reader)).buildings(NOW))
        .extracting(
            BuildingRow::buildingId,
            BuildingRow::lettableArea,
            BuildingRow::letArea,
            BuildingRow::tenants)
        .containsExactly(
            tuple("tower", 1000.0, 700.0, 1L),
            tuple("silent", 90.0, 30.0, 0L),
            tuple("unknown", null, null, 0L));
  }

  private static void towers(ClickHouseClient writer) {
    Rows buildings = new Rows("buildings");
    buildings.add("building_id", "tower", "grid", "t1", "lettable_area", 1, "let_area", 1);
    buildings.add("building_id", "silent", "grid", "t1", "lettable_area", 90, "let_area", 30);
    buildings.add("building_id", "unknown", "grid", "t1");
    buildings.into(writer);
    Rows events = new Rows("events");
    areas(events, "tower", "building", -9, "{\"lettableArea\":1000,\"letArea\":500}");
    areas(events, "tower", "building", -5, "{\"floors\":9}");
    areas(
        events,
        "tower",
        "record",
        -7,
        "{\"recordKind\":\"building\",\"attributes\":{\"letArea\":\"700\"}}");
    areas(events, "tower", "building", 1, "{\"letArea\":1}");
    events.into(writer);
    Rows seats = new Rows("occupancies");
    seat(seats, "o1", "e1", -9, null);
    seat(seats, "o2", "e2", -9, -1);
    seat(seats, "o3", "e1", -8, null);
    seat(seats, "o4", "e3", 1, null);
    seats.into(writer);
  }

  private static void areas(Rows rows, String building, String family, int day, String data) {
    rows.add(
        "source",
        "s",
        "id",
        building + family + day,
        "type",
        "cn.grid." + family + ".updated",
        "subject",
        building,
        "occurred_at",
        days(day),
        "data",
        data);
  }

  private static void seat(Rows rows, String id, String enterprise, int from, Integer until) {
    rows.add(
        "occupancy_id",
        id,
        "building_id",
        "tower",
        "enterprise_id",
        enterprise,
        "moved_in_at",
        days(from),
        "moved_out_at",
        until == null ? null : days(until));
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

  private static void formed(Rows rows, String id, String form, String from) {
    rows.add("area_id", id, "level", "grid", "community_form", form, "valid_from", from);
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
