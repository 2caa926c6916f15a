package city.chengmai.datasets.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CityClockTest {
  private static final Instant REAL = Instant.parse("2026-01-01T00:01:00.5Z");

  @Test
  void systemIsTheRealClock() {
    assertThat(CityClock.parse("system", () -> REAL).instant()).isEqualTo(REAL);
  }

  @Test
  void fixedStandsStill() {
    CityClock clock = CityClock.parse("fixed:2025-03-01T00:00:00Z", () -> REAL);
    assertThat(clock.instant()).isEqualTo("2025-03-01T00:00:00Z");
    assertThat(clock.speed()).isZero();
  }

  @Test
  void fromRunsAtItsSpeed() {
    String text = "from:2025-03-01T00:00:00Z@2026-01-01T00:00:00Zx60";
    CityClock clock = CityClock.parse(text, () -> REAL);
    assertThat(clock.instant()).isEqualTo("2025-03-01T01:00:30Z");
    assertThat(clock).hasToString(text);
  }

  @Test
  void otherTextIsRefused() {
    assertThatThrownBy(() -> CityClock.parse("tomorrow")).hasMessageContaining("tomorrow");
    assertThatThrownBy(() -> CityClock.parse("fixed:noon")).hasMessageContaining("noon");
  }
}
