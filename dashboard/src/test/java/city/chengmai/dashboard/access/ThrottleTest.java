package city.chengmai.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {

  private static final Instant NOW = Instant.parse("2026-03-20T02:30:00Z");

  private final Throttle throttle = new Throttle();

  @Test
  void theFirstFailuresCostNothingAndThenEachDoublesTheWait() {
    fail("wang", "10.0.0.1", 2);
    assertThat(throttle.wait("wang", "10.0.0.1", NOW)).isZero();
    fail("wang", "10.0.0.1", 1);
    assertThat(throttle.wait("wang", "10.0.0.1", NOW)).isEqualTo(Duration.ofSeconds(1));
    fail("wang", "10.0.0.1", 1);
    assertThat(throttle.wait("wang", "10.0.0.1", NOW)).isEqualTo(Duration.ofSeconds(2));
    fail("wang", "10.0.0.1", 40);
    assertThat(throttle.wait("wang", "10.0.0.1", NOW)).isEqualTo(Duration.ofMinutes(15));
    assertThat(throttle.wait("wang", "10.0.0.1", NOW.plusSeconds(900))).isZero();
  }

  @Test
  void anAccountIsProtectedFromManyAddressesAndAnAddressFromManyAccounts() {
    for (int i = 0; i < 11; i++) {
      throttle.failed("wang", "10.0.0." + i, NOW);
    }
    assertThat(throttle.wait("wang", "10.0.1.1", NOW)).isPositive();
    for (int i = 0; i < 31; i++) {
      throttle.failed("name-" + i, "10.0.2.2", NOW);
    }
    assertThat(throttle.wait("li", "10.0.2.2", NOW)).isPositive();
    assertThat(throttle.wait("li", "10.0.3.3", NOW)).isZero();
  }

  @Test
  void strangersKeepAnOfficerOutForHalfAMinuteAtMost() {
    for (int i = 0; i < 60; i++) {
      throttle.failed("wang", "10.0.0." + i, NOW);
    }
    assertThat(throttle.wait("wang", "10.0.1.1", NOW)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aRightPasswordMakesItsAddressWaitLess() {
    for (int i = 0; i < 31; i++) {
      throttle.failed("name-" + i, "10.0.2.2", NOW);
    }
    Duration before = throttle.wait("li", "10.0.2.2", NOW);
    throttle.succeeded("wang", "10.0.2.2");
    assertThat(throttle.wait("li", "10.0.2.2", NOW)).isPositive().isLessThan(before);
    throttle.succeeded("wang", "10.0.2.2");
    assertThat(throttle.wait("li", "10.0.2.2", NOW)).isZero();
  }

  @Test
  void aRightPasswordForgivesAndSoDoesAnHour() {
    fail("wang", "10.0.0.1", 4);
    throttle.succeeded("wang", "10.0.0.1");
    assertThat(throttle.wait("wang", "10.0.0.1", NOW)).isZero();
    fail("li", "10.0.0.1", 4);
    throttle.failed("li", "10.0.0.1", NOW.plus(Duration.ofHours(2)));
    assertThat(throttle.wait("li", "10.0.0.1", NOW.plus(Duration.ofHours(2)))).isZero();
  }

  private void fail(String account, String address, int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed(account, address, NOW);
    }
  }
}
