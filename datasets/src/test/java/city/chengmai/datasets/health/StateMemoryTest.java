package city.chengmai.datasets.health;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.clickhouse.Health;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StateMemoryTest {

  private static final Instant BEGAN = Instant.parse("2026-11-20T00:00:00Z");
  private static final Health FIRST = Health.degraded("under way").because("first-run");
  private static final Health FAILED = Health.degraded("failed").because("run-failed");
  private static final Health LATE = Health.degraded("late").because("run-late");

  private final StateMemory memory = new StateMemory();

  @Test
  void aDisturbanceAfterAFirstRunBeginsWithItself() {
    assertThat(since(FIRST, 0)).isEqualTo(minute(0));
    assertThat(since(FIRST, 60)).isEqualTo(minute(0));
    assertThat(since(FAILED, 61)).isEqualTo(minute(61));
    assertThat(since(FAILED, 70)).isEqualTo(minute(61));
    assertThat(since(FIRST, 80)).as("and ends with the next").isEqualTo(minute(80));
  }

  @Test
  void anotherReasonIsTheSameDisturbance() {
    assertThat(since(Health.UP, 0)).isEqualTo(minute(0));
    assertThat(since(FAILED, 5)).isEqualTo(minute(5));
    assertThat(since(LATE, 9)).isEqualTo(minute(5));
    assertThat(since(Health.UP, 12)).isEqualTo(minute(12));
  }

  private Instant since(Health health, int minute) {
    return memory.observe("runs", health, minute(minute)).since();
  }

  private static Instant minute(int minute) {
    return BEGAN.plus(Duration.ofMinutes(minute));
  }
}
