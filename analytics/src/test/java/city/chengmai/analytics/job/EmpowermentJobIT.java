package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.job.rule.RuleFixture;
import city.chengmai.datasets.calendar.NoHolidays;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each computing model finds its true case and leaves what only looks like it. */
class EmpowermentJobIT {

  private static final Instant START = RuleFixture.FIRST.atStartOfDay(RuleTown.ZONE).toInstant();
  private static final int DAYS = 60;
  private static final Instant NOW = START.plus(DAYS, ChronoUnit.DAYS);

  private static RuleFixture fixture;
  private ModelTown town;

  @BeforeAll
  static void start() {
    fixture = new RuleFixture();
  }

  @BeforeEach
  void clear() {
    fixture.clear();
    town =
        new ModelTown(
            fixture, RuleTown.ZONE, RuleFixture.FIRST, new NoHolidays(), List.of("g1", "g2"));
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void registeredButEmpty() {
    premises("empty", "valid", "2020-01-01", "business", 3, 4);
    premises("busy", "valid", "2020-01-01", "business", 3, 90);
    premises("young", "valid", RuleFixture.FIRST.plusDays(20).toString(), "business", 3, 4);
    premises("staffed", "valid", "2020-01-01", "business", 3, 4);
    visit("v1", "enterprise", "licence-staffed", 10, 30);
    premises("closed", "valid", "2020-01-01", "business", 3, 4);
    visit("v2", "enterprise", "licence-closed", 10, 3);
    premises("parts", "valid", "2020-01-01", "business", 9, 9);
    record("electricity-meter-parts-2", "device", meter("parts", "business", 9, 9), START);
    run("registered-empty");
    assertThat(subjects("registered-empty")).containsExactly("licence-closed", "licence-empty");
    assertThat(evidence("registered-empty", "licence-closed"))
        .containsExactly("licence-closed", "electricity-meter-closed", "v2");
  }

  @Test
  void activeButUnregistered() {
    for (String id : List.of("none", "cancelled", "licensed", "home", "unseen")) {
      String state = id.equals("cancelled") ? "cancelled" : id.equals("licensed") ? "valid" : "";
      String use = id.equals("home") ? "dwelling" : "business";
      premises(id, state, "2020-01-01", use, 300, 280);
      if (!id.equals("unseen")) {
        visit("v-" + id, "shop", id.equals("cancelled") ? "licence-" + id : id, 40, 15);
      }
    }
    run("active-unregistered");
    assertThat(subjects("active-unregistered"))
        .containsExactly("electricity-meter-cancelled", "electricity-meter-none");
  }

  @Test
  void loudWorkOutsidePermittedHours() {
    Instant night = START.plus(30, ChronoUnit.DAYS).plus(23, ChronoUnit.HOURS);
    complaint("c1", "site-1", night);
    complaint("c2", "site-2", night);
    complaint("c3", "site-3", START.plus(30, ChronoUnit.DAYS).plus(15, ChronoUnit.HOURS));
    for (int i = 0; i < 4; i++) {
      reading("meter-1", "sound-level", night.plusSeconds(900L * i), 63);
      reading("meter-2", "sound-level", night.plusSeconds(900L * i), 44);
      reading("meter-3", "sound-level", night.minusSeconds(28_800 - 900L * i), 70);
      reading("meter-near", "sound-level", night.plusSeconds(900L * i), 63);
    }
    for (String number : List.of("1", "2", "3")) {
      record("meter-" + number, "device", Map.of("siteId", "site-" + number), START);
    }
    stands("meter-near", "device", 121.3001);
    stands("site-4", "site", 121.3);
    stands("site-5", "site", 121.301);
    complaint("c4", "site-4", night);
    complaint("c5", "site-5", night);
    run("loud-work");
    assertThat(subjects("loud-work")).containsExactly("site-1", "site-4");
    assertThat(evidence("loud-work", "site-1")).containsExactly("c1");
  }

  @Test
  void nobodysPlace() {
    for (int i = 0; i < 5; i++) {
      returned("a" + i, 121.30, "unit-" + i, i);
      returned("b" + i, 121.31, "unit-1", i);
      aCase("d" + i, "x" + i, 121.32, START.plus(20 + 4L * i, ChronoUnit.DAYS));
    }
    run("nobodys-place");
    assertThat(evidence("nobodys-place", "121.3,31.2")).contains("a0", "a3");
    assertThat(subjects("nobodys-place")).containsExactly("121.3,31.2");
  }

  @Test
  void chargingHazardWithoutAChargerNear() {
    for (int i = 0; i < 6; i++) {
      Instant at = START.plus(20 + 4L * i, ChronoUnit.DAYS);
      aCase("a" + i, "public-safety/bike-charging", 121.30, at);
      aCase("b" + i, "public-safety/bike-charging", 121.31, at);
      aCase("d" + i, "public-safety/bike-charging", 121.32, at);
    }
    charger("charger-b", "working", 121.3105);
    charger("charger-d", "broken", 121.3205);
    run("charging-hazard");
    assertThat(subjects("charging-hazard")).containsExactly("121.3,31.2", "121.32,31.2");
    assertThat(evidence("charging-hazard", "121.32,31.2")).contains("charger-d");
  }

  @Test
  void silentMeterOfAnElderLivingAlone() {
    for (String home : List.of("true", "away", "two", "seen")) {
      Map<String, String> attributes =
          Map.of(
              "group", home.equals("two") ? "together" : "living-alone",
              "meter", "meter-" + home,
              "awayFrom", home.equals("away") ? RuleFixture.FIRST.plusDays(39).toString() : "",
              "awayUntil", home.equals("away") ? RuleFixture.FIRST.plusDays(50).toString() : "");
      record("home-" + home, "person-group", attributes, START);
      for (int day = 0; day < DAYS; day++) {
        double used = day >= 40 && day < 43 ? 0 : 0.1;
        Instant at = START.plus(day, ChronoUnit.DAYS).plus(7, ChronoUnit.HOURS);
        reading("meter-" + home, "water-use", at, used);
      }
    }
    visit("v1", "household", "home-seen", 41, 20);
    run("silent-elder");
    assertThat(subjects("silent-elder")).containsExactly("home-true");
    assertThat(one("SELECT toString(ended_day) AS x FROM empowerment_hits FINAL"))
        .isEqualTo(RuleFixture.FIRST.plusDays(43).toString());
    assertThat(one("SELECT finding AS x FROM empowerment_hits FINAL"))
        .isEqualTo("home-true|" + RuleFixture.FIRST.plusDays(40));
  }

  @Test
  void meterThatNeverRanIsOneSilence() {
    for (String home : List.of("never", "gone")) {
      String from = home.equals("gone") ? RuleFixture.FIRST.plusDays(3).toString() : "";
      record(
          "home-" + home,
          "person-group",
          Map.of("group", "living-alone", "meter", "meter-" + home, "awayFrom", from),
          START);
      for (int day = 5; day < DAYS; day++) {
        Instant at = START.plus(day, ChronoUnit.DAYS).plus(7, ChronoUnit.HOURS);
        reading("meter-" + home, "water-use", at, 0);
      }
    }
    town.run("silent-elder", RuleFixture.FIRST.plusDays(50), NOW.minus(12, ChronoUnit.HOURS));
    assertThat(
            one(
                "SELECT concat(finding, ' ', details['last-used']) AS x FROM empowerment_hits FINAL"))
        .isEqualTo("home-never|" + RuleFixture.FIRST.plusDays(5) + " ");
  }

  @Test
  void overContactedEnterprise() {
    for (int i = 0; i < 7; i++) {
      visit("a" + i, "enterprise", "e1", 20 + i, 20);
      visit("b" + i, "enterprise", "e2", 20 + i, 20);
      fixture.row(
          "appeals",
          "appeal_id",
          "z" + i,
          "enterprise_id",
          "e2",
          "raised_at",
          START.plus(20 + i, ChronoUnit.DAYS).minusSeconds(3_600));
    }
    for (int i = 0; i < 5; i++) {
      visit("d" + i, "enterprise", "e3", 20 + i, 20);
    }
    run("over-contacted");
    assertThat(subjects("over-contacted")).containsExactly("e1");
  }

  @Test
  void repeatPlace() {
    for (int i = 0; i < 8; i++) {
      Instant at = START.plus(20 + 4L * i, ChronoUnit.DAYS);
      aCase("a" + i, "x", 121.30, at);
      aCase("b" + i, "y", 121.31, START.plus(30, ChronoUnit.DAYS).plusSeconds(i));
      aCase("d" + i, "z", 121.32 + 0.001 * i, at);
    }
    run("repeat-place");
    assertThat(subjects("repeat-place")).containsExactly("121.3,31.2");
  }

  @Test
  void aPlaceWhoseFirstCasesAreOldIsTheSamePlace() {
    // The very first one lies where too few of the others are near.
    aCase("edge", "x", 121.30025, START.plus(4, ChronoUnit.DAYS));
    for (int i = 0; i < 18; i++) {
      double longitude = i % 3 == 0 ? 121.30045 : 121.30055;
      aCase("a" + i, "x", longitude, START.plus(5 + 3L * i, ChronoUnit.DAYS));
    }
    run("repeat-place");
    assertThat(one("SELECT toString(count()) AS x FROM empowerment_hits FINAL")).isEqualTo("1");
  }

  @Test
  void repeatCallerWithoutASolution() {
    for (int i = 0; i < 5; i++) {
      order("a" + i, "caller-1", "x", 20 + 2 * i, "explained");
      order("b" + i, "caller-2", "x" + i, 20 + 2 * i, "explained");
      order("d" + i, "caller-3", "x", 20, "explained");
      order("e" + i, "caller-4", "x", 20 + 2 * i, "solved");
    }
    run("repeat-caller");
    assertThat(subjects("repeat-caller")).containsExactly("caller-1");
  }

  @Test
  void newShopWithoutGuidance() {
    for (String shop : List.of("s1", "s2", "s3", "s4")) {
      String data = "{\"app\":\"street-front\",\"status\":\"open\"}";
      Instant at = START.plus(shop.equals("s4") ? DAYS - 5 : 20, ChronoUnit.DAYS);
      fixture.event("e-" + shop, "cn.grid.enterprise.updated", shop, "g1", at, data);
    }
    visit("v1", "shop", "s2", 25, 30);
    fixture.row(
        "service_packages",
        "package_id",
        "p1",
        "enterprise_id",
        "s3",
        "delivered_at",
        START.plus(25, ChronoUnit.DAYS));
    run("new-shop");
    assertThat(subjects("new-shop")).containsExactly("s1");
  }

  @Test
  void cloggedDrainInHeavyRain() {
    for (String drain : List.of("k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8")) {
      String kind =
          drain.equals("k2")
              ? "public-facilities/manhole-cover"
              : "public-facilities/drain-overflow";
      double longitude = 121.3 + 0.01 * drain.charAt(1);
      fixture.row(
          "components",
          "component_id",
          drain,
          "category",
          kind,
          "grid",
          "g1",
          "longitude",
          longitude,
          "latitude",
          31.2);
      inspected(drain, "clogged", 20);
    }
    inspected("k3", "good", 25);
    // Found clear before, once or among others: what was found last counts.
    inspected("k5", "good", 10);
    inspected("k6", "good", 10);
    inspected("k6", "clogged", 15);
    aCase(
        "dredged",
        "public-facilities/drain-overflow",
        121.3 + 0.01 * '4',
        START.plus(22, ChronoUnit.DAYS));
    // In hand since before the rain, and told of while it rains.
    openCase("handled", 121.3 + 0.01 * '7', START.plus(22, ChronoUnit.DAYS));
    openCase("overflows", 121.3 + 0.01 * '8', START.plus(30, ChronoUnit.DAYS).plusSeconds(8));
    reading("gauge", "rain", START.plus(30, ChronoUnit.DAYS).plusSeconds(9), 66);
    run("clogged-rain");
    assertThat(subjects("clogged-rain")).containsExactly("k1", "k5", "k6", "k8");
  }

  @Test
  void aRerunChangesNothingAndWhatPeopleDidStays() {
    for (int i = 0; i < 5; i++) {
      order("a" + i, "caller-1", "x", 10 + 2 * i, "explained");
    }
    run("repeat-caller");
    fixture.row(
        "hit_actions",
        "hit_id",
        one("SELECT hit_id AS x FROM empowerment_hits FINAL"),
        "action_id",
        "act-1",
        "action",
        "confirm",
        "acted_at",
        NOW);
    String hits = rows();
    String runs = one("SELECT toString(count()) AS x FROM empowerment_runs FINAL");

    run("repeat-caller");
    town.run("repeat-caller", RuleFixture.FIRST.plusDays(50), NOW);

    assertThat(rows()).isEqualTo(hits).contains("repeat-caller|caller-1|x|");
    assertThat(one("SELECT toString(count()) AS x FROM empowerment_runs FINAL")).isEqualTo(runs);
    assertThat(one("SELECT action AS x FROM hit_actions FINAL")).isEqualTo("confirm");
  }

  @Test
  void aRunThatFollowsAsksAboutTheLastWeekAndWhatNobodyAskedAbout() {
    town.run("repeat-caller", RuleFixture.FIRST, START.plus(30, ChronoUnit.DAYS));
    fixture.client().execute("TRUNCATE TABLE empowerment_runs");
    town.run("repeat-caller", RuleFixture.FIRST, START.plus(15, ChronoUnit.DAYS));
    String runs = "SELECT toString(count()) AS x FROM empowerment_runs FINAL";
    assertThat(one(runs)).isEqualTo("2");
    town.run("repeat-caller", RuleFixture.FIRST.plusDays(1), START.plus(43, ChronoUnit.DAYS));
    assertThat(one(runs)).isEqualTo("6");
    fixture
        .client()
        .execute(
            "ALTER TABLE empowerment_runs DELETE WHERE day < '2025-04-07' SETTINGS mutations_sync = 1");
    town.run("repeat-caller", RuleFixture.FIRST.plusDays(1), START.plus(43, ChronoUnit.DAYS));
    assertThat(one(runs)).isEqualTo("1");
  }

  @Test
  void runsOfFewDaysLeaveWhatOneRunLeft() {
    for (int i = 0; i < 5; i++) {
      order("a" + i, "caller-1", "x", 10 + 2 * i, "explained");
    }
    town.run("repeat-caller", RuleFixture.FIRST, NOW);
    String whole = rows();
    fixture.client().execute("TRUNCATE TABLE empowerment_hits");
    for (int day = 5; day <= DAYS; day += 5) {
      LocalDate from = RuleFixture.FIRST.plusDays(day - 6 < 0 ? 0 : day - 6);
      town.run("repeat-caller", from, START.plus(day, ChronoUnit.DAYS));
    }
    assertThat(rows()).isEqualTo(whole);
  }

  private void run(String model) {
    town.run(model, RuleFixture.FIRST.plusDays(28), NOW);
  }

  private static String rows() {
    return fixture
        .client()
        .rows("SELECT * EXCEPT (version, data_as_of) FROM empowerment_hits FINAL ORDER BY hit_id")
        .toString();
  }

  private static String one(String query) {
    List<ObjectNode> rows = fixture.client().rows(query);
    assertThat(rows).hasSize(1);
    return rows.get(0).get("x").asText();
  }

  private static List<String> subjects(String model) {
    return fixture
        .client()
        .rows(
            "SELECT DISTINCT subject FROM empowerment_hits FINAL WHERE model_id = '"
                + model
                + "' ORDER BY subject")
        .stream()
        .map(row -> row.get("subject").asText())
        .toList();
  }

  private static List<String> evidence(String model, String subject) {
    return fixture
        .client()
        .rows(
            "SELECT DISTINCT arrayJoin(evidence) AS id FROM empowerment_hits FINAL WHERE model_id = '%s' AND subject = '%s'"
                .formatted(model, subject))
        .stream()
        .map(row -> row.get("id").asText())
        .toList();
  }

  private static void premises(
      String id, String state, String since, String use, int now, int before) {
    String meter = "electricity-meter-" + id;
    record(meter, "device", meter(id, use, now, before), START);
    if (!state.isEmpty()) {
      record(
          "licence-" + id,
          "enterprise",
          Map.of("premises", id, "licence", state, "licensedOn", since),
          START);
    }
  }

  private static Map<String, String> meter(String premises, String use, int now, int before) {
    return Map.of(
        "kind",
        "electricity-meter",
        "premises",
        premises,
        "use",
        use,
        "kilowattHours",
        "" + now,
        "kilowattHoursBefore",
        "" + before);
  }

  private static void record(String id, String kind, Map<String, String> attributes, Instant at) {
    StringBuilder fields = new StringBuilder();
    attributes.forEach(
        (name, value) ->
            fields
                .append(fields.isEmpty() ? "" : ",")
                .append("\"%s\":\"%s\"".formatted(name, value)));
    String data = "{\"recordKind\":\"%s\",\"attributes\":{%s}}".formatted(kind, fields);
    fixture.event("r-" + id, "cn.grid.record.updated", id, "g1", at, data);
  }

  private static void stands(String id, String kind, double longitude) {
    String data =
        "{\"recordKind\":\"%s\",\"attributes\":{},\"point\":{\"longitude\":%s,\"latitude\":31.2}}"
            .formatted(kind, longitude);
    fixture.event("r-" + id, "cn.grid.record.updated", id, "g1", START, data);
  }

  private static void charger(String id, String state, double longitude) {
    record(
        id,
        "component",
        Map.of(
            "kind",
            "e-bike-charger",
            "state",
            state,
            "longitude",
            "" + longitude,
            "latitude",
            "31.2"),
        START);
  }

  private static void visit(String id, String type, String target, int day, int minutes) {
    fixture.row(
        "visits",
        "visit_id",
        id,
        "target_type",
        type,
        "target_id",
        target,
        "grid",
        "g1",
        "minutes",
        minutes,
        "held_at",
        START.plus(day, ChronoUnit.DAYS).plus(10, ChronoUnit.HOURS));
  }

  private static void complaint(String id, String site, Instant at) {
    fixture.row(
        "site_complaints", "complaint_id", id, "site_id", site, "grid", "g1", "received_at", at);
  }

  private static void reading(String device, String metric, Instant at, double value) {
    fixture.row(
        "observations",
        "device_id",
        device,
        "metric",
        metric,
        "grid",
        "g1",
        "observed_at",
        at,
        "value",
        value,
        "source",
        "t",
        "id",
        device + at);
  }

  private static void returned(String id, double longitude, String unit, int number) {
    Instant at = START.plus(20 + 4L * number, ChronoUnit.DAYS);
    aCase(id, "x" + number, longitude, at);
    fixture.event(
        "r-" + id,
        "cn.grid.case.returned",
        id,
        "g1",
        at.plusSeconds(60),
        "{\"unit\":\"" + unit + "\"}");
  }

  private static void aCase(String id, String category, double longitude, Instant at) {
    fixture.row(
        "cases",
        "case_id",
        id,
        "category",
        category,
        "grid",
        "g1",
        "reported_at",
        at,
        "closed_at",
        at.plusSeconds(86_400),
        "longitude",
        longitude,
        "latitude",
        31.2);
  }

  private static void openCase(String id, double longitude, Instant at) {
    fixture.row(
        "cases",
        "case_id",
        id,
        "category",
        "public-facilities/drain-overflow",
        "grid",
        "g1",
        "reported_at",
        at,
        "longitude",
        longitude,
        "latitude",
        31.2);
  }

  private static void order(String id, String caller, String category, int day, String outcome) {
    fixture.row(
        "hotline_orders",
        "order_id",
        id,
        "caller_hash",
        caller,
        "category",
        category,
        "grid",
        "g1",
        "outcome",
        outcome,
        "received_at",
        START.plus(day, ChronoUnit.DAYS).plusSeconds(36_000));
  }

  private static void inspected(String component, String condition, int day) {
    fixture.event(
        component + day,
        "cn.grid.component.inspected",
        component,
        "g1",
        START.plus(day, ChronoUnit.DAYS),
        "{\"condition\":\"" + condition + "\"}");
  }
}
