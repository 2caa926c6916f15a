package city.chengmai.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ReplacementBudgetTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(TestEvents.NOON);
  private final ReplacementBudget budget = new ReplacementBudget(now::get);

  @Test
  void tooManyInAWindowAreRefusedAndALaterOneIsAllowed() {
    for (int i = 0; i < ReplacementBudget.REPLACEMENTS; i++) {
      assertThat(budget.take()).isTrue();
    }
    assertThat(budget.take()).isFalse();
    now.set(TestEvents.NOON.plus(ReplacementBudget.WINDOW).plusMillis(1));
    assertThat(budget.take()).isTrue();
  }
}
