package city.chengmai.ingest.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LineLimitTest {

  private long nanos = -Duration.ofMillis(500).toNanos();
  private final LineLimit limit = new LineLimit(() -> nanos);

  @Test
  void twentyLinesASecondAndTheNextTellsOfTheRest() {
    assertThat(written(50)).isEqualTo(20);
    pass(600);
    assertThat(limit.next()).as("the same second").isEmpty();
    pass(400);
    assertThat(limit.next()).hasValue(31);
    assertThat(limit.next()).hasValue(0);
    assertThat(written(30)).isEqualTo(18);
    assertThat(LineLimit.beside(12)).contains("12");
    assertThat(LineLimit.beside(0)).isEmpty();
  }

  private int written(int lines) {
    int written = 0;
    for (int i = 0; i < lines; i++) {
      written += limit.next().isPresent() ? 1 : 0;
    }
    return written;
  }

  private void pass(long millis) {
    nanos += Duration.ofMillis(millis).toNanos();
  }
}
