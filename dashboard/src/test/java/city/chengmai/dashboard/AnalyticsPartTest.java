package city.chengmai.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.health.ServiceHealth;
import city.chengmai.dashboard.page.wall.ProductPace;
import city.chengmai.dashboard.query.JobQueries;
import city.chengmai.dashboard.query.Store;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.clickhouse.Health.State;
import city.chengmai.datasets.health.PartState;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnalyticsPartTest {

  private static final Instant SINCE = Instant.parse("2026-11-20T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Optional<Duration> RECENT = Optional.of(Duration.ofMinutes(10));
  private static final List<PartState> SILENCE = List.of();

  private final ClickHouseClient client =
      new ClickHouseClient(
          SharedSettings.reader(
              new Settings(Map.of(), Map.of("CLICKHOUSE_READER_PASSWORD", "none"))));
  private Instant now = SINCE;
  private final AnalyticsPart part =
      new AnalyticsPart(
          new ServiceHealth("http://127.0.0.1:1/health"),
          new ProductPace(new JobQueries(new Store(client)), HOUR, () -> now),
          () -> false,
          2,
          () -> now);

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void onceItAnsweredItsSilenceIsNoRecovery() {
    Health failed = Health.degraded("failed").because("run-failed");
    assertThat(judged(List.of(new PartState("runs", failed, SINCE))).code())
        .isEqualTo("service-part-degraded");
    now = now.plusSeconds(10);
    assertThat(judged(SILENCE).code()).as("it stays as it was").isEqualTo("service-part-degraded");
    now = now.plusSeconds(60);
    assertThat(judged(SILENCE).state()).isEqualTo(State.DEGRADED);
    assertThat(judged(SILENCE).code()).isEqualTo("service-silent");
  }

  @Test
  void oneAnswerThatIsMissedChangesNothing() {
    for (int i = 0; i < 50; i++) {
      assertThat(judged(List.of(new PartState("runs", Health.UP, SINCE)))).isEqualTo(Health.UP);
      now = now.plusSeconds(5);
      assertThat(judged(SILENCE)).isEqualTo(Health.UP);
      now = now.plusSeconds(5);
    }
  }

  @Test
  void whatNeverAnsweredMayBeRunNowAndThen() {
    now = now.plus(HOUR);
    assertThat(judged(SILENCE).state()).isEqualTo(State.UP);
    assertThat(judged(SILENCE).code()).as("and is told as such").isEqualTo("not-following");
    assertThat(part.judged(SILENCE, Optional.empty(), HOUR).health().code())
        .isEqualTo("never-computed");
  }

  @Test
  void whoeverIsLateIsLateWhateverItSays() {
    Optional<Duration> old = Optional.of(Duration.ofMinutes(121));
    assertThat(part.judged(SILENCE, old, HOUR).health().code()).isEqualTo("analytics-late");
    assertThat(part.judged(SILENCE, old, HOUR).figures()).containsEntry("allowed-seconds", 7_200L);
    Optional<Duration> lost = Optional.of(Duration.ofHours(11));
    assertThat(part.judged(SILENCE, lost, HOUR).health().code()).isEqualTo("analytics-lost");
  }

  private Health judged(List<PartState> answer) {
    return part.judged(answer, RECENT, HOUR).health();
  }
}
