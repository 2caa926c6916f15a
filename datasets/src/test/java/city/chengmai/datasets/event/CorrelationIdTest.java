package city.chengmai.datasets.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CorrelationIdTest {

  /** As {@code printf 'urn:test\\na-1' | sha256sum} gives it. */
  @Test
  void itIsTheBeginningOfAHashThatEverybodyCanCompute() {
    assertThat(CorrelationId.of("urn:test", "a-1")).isEqualTo("e8a6e362fe383fcf");
    assertThat(CorrelationId.isOne("e8a6e362fe383fcf")).isTrue();
  }

  @Test
  void sourceAndIdDoNotRunIntoOneAnother() {
    assertThat(CorrelationId.of("ab", "c")).isNotEqualTo(CorrelationId.of("a", "bc"));
  }

  @Test
  void whatIsNoneIsTold() {
    assertThat(CorrelationId.isOne("")).isFalse();
    assertThat(CorrelationId.isOne("0123456789ABCDEF")).isFalse();
    assertThat(CorrelationId.isOne("0123456789abcde'")).isFalse();
  }
}
