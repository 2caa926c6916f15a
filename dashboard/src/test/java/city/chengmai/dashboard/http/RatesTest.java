package city.chengmai.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RatesTest {

  private final Rates rates = new Rates(6_000);

  @Test
  void whoeverAsksTooOftenIsStoppedAndNobodyElseIs() {
    assertThat(IntStream.range(0, 5_000).allMatch(i -> rates.ofVisitor("wang"))).isTrue();
    assertThat(IntStream.range(0, 50_000).allMatch(i -> rates.ofVisitor("wang"))).isFalse();
    assertThat(rates.ofVisitor("li")).isTrue();
  }

  @Test
  void aStrangerHasAQuarterAndAnAddressTwentyTimesAsMuch() {
    assertThat(IntStream.range(0, 5_000).allMatch(i -> rates.ofStranger("10.0.0.1"))).isFalse();
    assertThat(IntStream.range(0, 50_000).allMatch(i -> rates.ofAddress("10.0.0.1"))).isTrue();
  }
}
