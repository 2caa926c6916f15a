package city.chengmai.datasets.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthTest {

  @Test
  void aReasonHoldsTheFirstLineOfAFaultAndNotAllOfALongOne() {
    assertThat(Health.line(" no room\nat city.chengmai\n")).isEqualTo("no room");
    assertThat(Health.line("x".repeat(300))).hasSize(300);
    assertThat(Health.line("x".repeat(301))).hasSize(301).endsWith("x…");
    assertThat(Health.line(null)).isEqualTo("null");
    assertThat(Health.line("")).isEmpty();
  }
}
