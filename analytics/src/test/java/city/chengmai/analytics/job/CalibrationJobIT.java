package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.EngineFixture;
import city.chengmai.analytics.spark.ClickHouseReader;
import city.chengmai.analytics.spark.StoredRow;
import city.chengmai.analytics.spark.TableWriter;
import city.chengmai.datasets.calendar.CityClock;
import city.chengmai.datasets.calendar.HolidayCalendars;
import city.chengmai.datasets.campaign.CityPlans;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import city.chengmai.datasets.settings.CityTime;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Verdicts about unusual volumes of a small city, on a real ClickHouse: bursts of thrice the usual
 * count were confirmed, those of less than twice were false alarms.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CalibrationJobIT {

  private static final AlertRule RULE = AlertRules.bundled().rule("A02");
  private static final CityNumbers NUMBERS =
      new CityNumbers(AlertRules.bundled(), firstDay -> CityPlans.NONE);
  private static final LocalDate FIRST_BURST = LocalDate.of(2025, 4, 4);
  private static final int BURSTS = 6;
  private static final int USUAL = 20;
  private static final int GRAVE = 56;
  private static final int SLIGHT = 38;
  private static final String PROPOSALS = "SELECT * FROM threshold_proposals FINAL";

  private static EngineFixture engine;
  private static ClickHouseClient client;
  private static UnusualVolumeJob volumes;

  private final CalibrationJob job =
      new CalibrationJob(
          Map.of(RULE, (run, tried) -> volumes.findings(run, tried)), NUMBERS::inForce);

  @BeforeAll
  static void raiseAlerts() {
    engine = new EngineFixture();
    client = engine.store().client();
    volumes = new UnusualVolumeJob(RULE, NUMBERS);
    SmallCity.describe(engine.store());
    for (LocalDate day = SmallCity.FIRST; day.isBefore(SmallCity.END); day = day.plusDays(1)) {
      reports("g1", day, isBurst(day) ? GRAVE : USUAL);
      reports("g3", day, isBurst(day.minusDays(2)) ? SLIGHT : USUAL);
    }
    volumes.run(context(1_000));
  }

  @AfterAll
  static void stop() {
    client.close();
    engine.close();
  }

  private static boolean isBurst(LocalDate day) {
    long since = day.toEpochDay() - FIRST_BURST.toEpochDay();
    return since >= 0 && since % 4 == 0 && since / 4 < BURSTS;
  }

  private static void reports(String grid, LocalDate day, int many) {
    List<StoredRow> rows = new ArrayList<>();
    String at = Stamp.text(day.atTime(9, 30).atZone(SmallCity.ZONE).toInstant());
    for (int i = 0; i < many; i++) {
      String id = grid + day + i;
      rows.add(
          () ->
              Map.of(
                  "case_id", id,
                  "category", "street/" + grid,
                  "grid", grid,
                  "reported_at", at,
                  "updated_at", at,
                  "recorded_at", at,
                  "version", 1));
    }
    TableWriter.write(engine.store(), "cases", rows.iterator());
  }

  private static RunContext context(long version) {
    Instant now = SmallCity.END.atStartOfDay(SmallCity.ZONE).toInstant();
    CityFrame city =
        CityFrames.read(
            client,
            CityTime.fixed(CityClock.parse("fixed:" + now)),
            name -> HolidayCalendars.named("none"));
    return new RunContext(
        engine.spark(),
        engine.store(),
        new ClickHouseReader(engine.spark(), engine.store(), 2),
        city,
        new DaySpan(SmallCity.FIRST, SmallCity.END),
        new Stamp(now, now, version),
        new Publisher());
  }

  private static void judge(String area, String action) {
    List<StoredRow> rows = new ArrayList<>();
    for (ObjectNode alert : alerts(area)) {
      String id = alert.get("seen").asText();
      rows.add(
          () ->
              Map.of(
                  "alert_id",
                  id,
                  "action_id",
                  action + id,
                  "action",
                  action,
                  "actor",
                  "duty officer",
                  "reason",
                  "false-alarm".equals(action) ? "nothing-there" : "",
                  "acted_at",
                  "2025-05-01 00:00:00.000",
                  "version",
                  1));
    }
    TableWriter.write(engine.store(), "alert_actions", rows.iterator());
  }

  private static List<ObjectNode> alerts(String area) {
    return client.rows(
        "SELECT DISTINCT if(group_id = '', alert_id, group_id) AS seen FROM alerts FINAL"
            + " WHERE rule = 'A02' AND area_id = '"
            + area
            + "'");
  }

  @Test
  @Order(1)
  void withoutVerdictsNothingIsProposed() {
    assertThat(alerts("g1")).hasSizeGreaterThanOrEqualTo(BURSTS);
    assertThat(alerts("g3")).hasSizeGreaterThanOrEqualTo(BURSTS);

    assertThat(job.run(context(2_000))).isZero();
    assertThat(client.rows(PROPOSALS)).isEmpty();
  }

  @Test
  @Order(2)
  void aProposalSparesFalseAlarmsKeepsConfirmedOnesAndSaysSo() {
    judge("g1", "resolve");
    judge("g3", "false-alarm");

    assertThat(job.run(context(3_000))).isPositive();

    ObjectNode proposal = client.rows(PROPOSALS + " WHERE parameter = 'relative-floor'").get(0);
    assertThat(proposal.get("month").asText()).isEqualTo("2025-04-01");
    assertThat(proposal.get("current_value").asDouble()).isEqualTo(1.5);
    assertThat(proposal.get("proposed_value").asDouble())
        .isGreaterThanOrEqualTo(1.8)
        .isLessThan((double) GRAVE / USUAL);
    assertThat(proposal.get("true_then").asInt()).isEqualTo(proposal.get("true_now").asInt());
    assertThat(proposal.get("false_now").asInt()).isGreaterThanOrEqualTo(BURSTS);
    assertThat(proposal.get("false_then").asInt()).isZero();
    assertThat(proposal.get("alerts_then").asInt()).isLessThan(proposal.get("alerts_now").asInt());
    assertThat(proposal.get("evidence").size())
        .isEqualTo(proposal.get("true_now").asInt() + proposal.get("false_now").asInt());
  }

  @Test
  @Order(3)
  void theEffectIsWhatTheRuleRaisesWithThatValue() {
    ObjectNode proposal = client.rows(PROPOSALS + " WHERE parameter = 'relative-floor'").get(0);
    AlertRule changed =
        RULE.with(Map.of("relative-floor", proposal.get("proposed_value").asDouble()));
    RunContext months = context(4_000).of(new DaySpan(SmallCity.FIRST, LocalDate.of(2025, 5, 1)));
    OfficersVerdicts officers =
        OfficersVerdicts.read(client, months.city(), RULE.id(), months.days());

    assertThat(officers.seen(volumes.findings(months, changed)))
        .hasSize(proposal.get("alerts_then").asInt());
  }

  @Test
  @Order(4)
  void unchangedVerdictsAreNotTriedAgainAndADecidedProposalIsLeftAlone() {
    job.run(context(5_000));
    assertThat(job.run(context(6_000))).isZero();
    StoredRow decision =
        () ->
            Map.of(
                "proposal_id", "A02||relative-floor|2025-04",
                "decision_id", "d1",
                "decision", "reject",
                "actor", "head of the centre",
                "decided_at", "2025-05-02 00:00:00.000",
                "version", 1);
    TableWriter.write(engine.store(), "threshold_decisions", List.of(decision).iterator());
    String others =
        "SELECT count() FROM threshold_proposals FINAL WHERE parameter != 'relative-floor'"
            + " AND proposed_value != current_value";
    assertThat(client.scalar(others)).isNotEqualTo("0");
    judge("g3", "reopen");
    String before = client.rows(PROPOSALS + " WHERE parameter = 'relative-floor'").toString();

    job.run(context(7_000));

    assertThat(client.rows(PROPOSALS + " WHERE parameter = 'relative-floor'").toString())
        .isEqualTo(before);
    assertThat(client.scalar(others)).as("what they rested on is gone").isEqualTo("0");
  }

  @Test
  @Order(5)
  void anApprovedValueRulesFromTheNextDayOn() {
    StoredRow decision =
        () ->
            Map.of(
                "proposal_id", "A02||relative-floor|2025-04",
                "decision_id", "d2",
                "decision", "approve",
                "value", 3.2,
                "actor", "head of the centre",
                "decided_at", "2025-04-12 00:00:00.000",
                "version", 1);
    TableWriter.write(engine.store(), "threshold_decisions", List.of(decision).iterator());

    client.execute("TRUNCATE TABLE alerts");
    volumes.run(context(8_000));

    assertThat(
            client.rows(
                "SELECT alert_id FROM alerts FINAL WHERE area_id = 'g1'"
                    + " AND details['cadence'] = 'day' ORDER BY alert_id"))
        .extracting(row -> row.get("alert_id").asText())
        .containsExactly(
            "A02|g1|street/g1|2025-04-04",
            "A02|g1|street/g1|2025-04-08",
            "A02|g1|street/g1|2025-04-12");
  }
}
