package city.chengmai.dashboard.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FiguresTest {

  private final Figures figures = new Figures(Language.ENGLISH, ZoneId.of("Asia/Shanghai"));

  @Test
  void anAmountHasTheDecimalsItNeeds() {
    assertThat(figures.amount(1234)).isEqualTo("1\u00a0234");
    assertThat(figures.amount(17.6)).isEqualTo("17.6");
    assertThat(figures.amount(0.8 * 22)).isEqualTo("17.6");
    // Half a square kilometre below the line must not look like a division by zero.
    assertThat(figures.amount(0.35)).isEqualTo("0.35");
  }
}
