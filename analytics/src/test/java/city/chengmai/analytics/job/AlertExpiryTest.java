package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertExpiryTest {

  private static final Instant NOW = Instant.parse("2026-03-31T16:00:00Z");
  private static final Stamp STAMP = new Stamp(NOW, NOW, 7);
  private static final AlertRule RULE = AlertRules.bundled().rule("A02");
  private static final AlertExpiry EXPIRY = new AlertExpiry(RULE, NOW);
  private static final Duration OPEN = Duration.ofDays(Math.round(RULE.parameter("open-days")));

  @Test
  void staysOpenUntilItsDaysAreOver() {
    AlertRow row = endingAt("a", NOW.minus(OPEN).plusMillis(1));
    assertThat(EXPIRY.apply(List.of(row), List.of(), STAMP)).containsExactly(row);
  }

  @Test
  void isClearedAtTheMomentItsDaysAreOver() {
    Instant end = NOW.minus(OPEN);
    assertThat(EXPIRY.apply(List.of(endingAt("a", end)), List.of(), STAMP))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.columns())
                    .containsEntry("state", "cleared")
                    .containsEntry("cleared_at", Stamp.text(NOW)));
  }

  @Test
  void clearsWhatEarlierRunsLeftOpen() {
    AlertRow found = endingAt("new", NOW);
    AlertRow longAgo = endingAt("old", NOW.minus(OPEN.multipliedBy(2)));
    AlertRow lately = endingAt("lately", NOW.minusSeconds(1));
    assertThat(EXPIRY.apply(List.of(found), List.of(longAgo, lately, found), STAMP))
        .extracting(AlertRow::id, AlertRow::isOpen)
        .containsExactly(tuple("new", true), tuple("old", false));
  }

  private static AlertRow endingAt(String id, Instant end) {
    return AlertRow.of(
        RULE,
        new AlertRow.Subject(id, "grid", "category", end.minus(Duration.ofDays(1)), end),
        "warning",
        Map.of("observed", 9),
        new AlertRow.Evidence(List.of("case"), 9),
        new Stamp(NOW, NOW, 1));
  }
}
