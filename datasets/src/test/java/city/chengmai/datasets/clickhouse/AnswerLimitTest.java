package city.chengmai.datasets.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnswerLimitTest {

  private static final ClickHouseQuery QUERY = ClickHouseQuery.of("SELECT 1");

  @Test
  void theServersOwnLimitComesFirst() {
    assertThat(AnswerLimit.of(QUERY.setting("max_execution_time", 30)))
        .isEqualTo(Duration.ofSeconds(40));
    assertThat(AnswerLimit.of(QUERY.setting("max_execution_time", "0.5")))
        .isEqualTo(Duration.ofMillis(10_500));
  }

  @Test
  void withoutOneAStatementHasTwoMinutes() {
    assertThat(AnswerLimit.of(QUERY)).isEqualTo(AnswerLimit.LONG);
    assertThat(AnswerLimit.of(QUERY.setting("max_execution_time", 0))).isEqualTo(AnswerLimit.LONG);
  }
}
