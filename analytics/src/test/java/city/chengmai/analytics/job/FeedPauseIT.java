package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.job.rule.RuleFixture;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A feed that dies is one alert of the feed, and no storm of alerts about what it did not tell. */
class FeedPauseIT {

  private static final String FEED = "self-governance-app";
  private static final Instant START = RuleFixture.FIRST.atStartOfDay(RuleTown.ZONE).toInstant();
  private static final Instant HEARD = START.plus(30, ChronoUnit.DAYS);
  private static final Instant NOW = HEARD.plus(36, ChronoUnit.HOURS);

  @Test
  void oneAlertAndNotAStorm() {
    try (RuleFixture fixture = new RuleFixture()) {
      RuleTown town = new RuleTown(fixture);
      describe(fixture);
      town.runAll(HEARD.plusSeconds(1));
      assertThat(town.openByRule()).containsExactly("A09 1", "A14 1");

      silent(fixture, "open", 2);
      town.run(RuleFixture.FIRST.plusDays(28), NOW);

      assertThat(town.openByRule()).containsExactly("A08 1", "A09 1", "A14 1");
      assertThat(paused(fixture)).containsExactly("A09 " + FEED, "A14 " + FEED);
      assertThat(message(fixture, "A14"))
          .isEqualTo(
              "done paused by silent feed "
                  + FEED
                  + ", not heard since "
                  + HEARD
                  + "; 20 held back that rest on what did not come");
      assertThat(message(fixture, "A13")).isEqualTo("done ");

      // A run from nothing tells the same.
      fixture
          .client()
          .execute("ALTER TABLE alerts DELETE WHERE rule != 'A08' SETTINGS mutations_sync = 1");
      town.runAll(NOW);
      assertThat(paused(fixture)).containsExactly("A09 " + FEED, "A14 " + FEED);

      comesBack(fixture, town);
    }
  }

  /** It brings that half of it was reached in time; the other half was not. */
  private static void comesBack(RuleFixture fixture, RuleTown town) {
    silent(fixture, "cleared", 3);
    for (int i = 0; i < 10; i++) {
      fixture.row(
          "project_milestones",
          "milestone_id",
          "m" + i,
          "due_at",
          due(i),
          "reached_at",
          due(i).minusSeconds(60),
          "version",
          2);
    }
    town.run(RuleFixture.FIRST.plusDays(28), NOW.plusSeconds(60));

    assertThat(town.openByRule()).containsExactly("A09 13", "A14 11");
    assertThat(paused(fixture)).isEmpty();
    assertThat(message(fixture, "A14")).isEqualTo("done ");
  }

  private static void describe(RuleFixture fixture) {
    fixture.row(
        "feeds",
        "feed_id",
        FEED,
        "kind",
        "app",
        "sources",
        List.of("town/app"),
        "interval_seconds",
        43_200,
        "declared",
        1);
    fixture.row(
        "project_milestones",
        "milestone_id",
        "long-late",
        "due_at",
        HEARD.minus(5, ChronoUnit.DAYS));
    doubt(fixture, "old", HEARD.minus(9, ChronoUnit.DAYS));
    for (int i = 0; i < 20; i++) {
      fixture.row("project_milestones", "milestone_id", "m" + i, "due_at", due(i));
    }
    for (int i = 0; i < 12; i++) {
      doubt(fixture, "d" + i, due(i).minus(7, ChronoUnit.DAYS));
    }
  }

  private static Instant due(int number) {
    return HEARD.plus(1 + number, ChronoUnit.HOURS);
  }

  private static void doubt(RuleFixture fixture, String id, Instant found) {
    fixture.row(
        "discrepancies",
        "discrepancy_id",
        id,
        "record_kind",
        "building",
        "record_id",
        id,
        "field",
        "f",
        "recorded_value",
        "100",
        "observed_value",
        "101",
        "grid",
        "g1",
        "found_at",
        found);
  }

  /** As ingest's clock writes it. */
  private static void silent(RuleFixture fixture, String state, int version) {
    fixture.row(
        "alerts",
        "alert_id",
        "A08|" + FEED,
        "rule",
        "A08",
        "severity",
        "warning",
        "area_id",
        "city",
        "period_start",
        HEARD,
        "period_end",
        HEARD.plus(12, ChronoUnit.HOURS),
        "evidence",
        List.of(FEED),
        "evidence_total",
        1,
        "state",
        state,
        "raised_at",
        HEARD.plus(12, ChronoUnit.HOURS),
        "version",
        version);
  }

  private static List<String> paused(RuleFixture fixture) {
    return fixture
        .client()
        .rows(
            "SELECT rule, paused_by FROM alerts FINAL WHERE paused_by != '' AND state = 'open' ORDER BY rule")
        .stream()
        .map((ObjectNode row) -> row.get("rule").asText() + " " + row.get("paused_by").asText())
        .toList();
  }

  private static String message(RuleFixture fixture, String rule) {
    return fixture
        .client()
        .scalar(
            "SELECT argMax(concat(state, ' ', message), (started_at, run_id)) FROM job_runs FINAL WHERE job = 'rule-"
                + rule
                + "'");
  }
}
