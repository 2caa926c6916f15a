package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DaySpanTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 2, 26);

  @Test
  void aSpanSplitsIntoNeighboursAndTheLastTakesWhatIsLeft() {
    assertThat(new DaySpan(FIRST, FIRST.plusDays(5)).split(2))
        .containsExactly(
            new DaySpan(FIRST, LocalDate.of(2026, 2, 28)),
            new DaySpan(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 2)),
            new DaySpan(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3)));
  }

  @Test
  void noDaysSplitIntoNothing() {
    assertThat(new DaySpan(FIRST, FIRST).split(3)).isEmpty();
  }

  @Test
  void aSpanDoesNotEndBeforeItBegins() {
    assertThatIllegalArgumentException().isThrownBy(() -> new DaySpan(FIRST, FIRST.minusDays(1)));
  }
}
