package city.chengmai.ingest.alert;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.ingest.log.LineLimit;
import city.chengmai.ingest.log.LogLines;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AlertLogTest {

  private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");
  private static final Deadline DEADLINE = Deadline.at("A08", NOON, NOON, Severity.WARNING);
  private static final Clock CLOCK = Clock.of(DEADLINE);

  @RegisterExtension final LogLines lines = new LogLines(AlertLog.class);

  private long nanos;
  private final AlertLog log = new AlertLog(new LineLimit(() -> nanos));

  @Test
  void thousandsOfClocksAreTwentyLinesASecond() {
    Watch watch = Watch.of("d1", "g", "", false, List.of(DEADLINE)).causedBy("0123456789abcdef");
    for (int i = 0; i < 1_000; i++) {
      log.raised(watch, CLOCK);
      log.cleared(watch, CLOCK);
    }
    assertThat(lines.list()).hasSize(20);
    nanos += Duration.ofSeconds(1).toNanos();
    log.cleared(watch, CLOCK);
    assertThat(lines.list().get(20).getFormattedMessage())
        .contains("cleared, its clock set by event 0123456789abcdef")
        .contains("1980 that no line tells of");
  }

  @Test
  void historyIsNoLineAndTakesNoneAway() {
    Watch history = Watch.of("d1", "g", "", true, List.of(DEADLINE));
    for (int i = 0; i < 100; i++) {
      log.raised(history, CLOCK);
    }
    assertThat(lines.list()).isEmpty();
    log.raised(Watch.of("d1", "g", "", false, List.of(DEADLINE)), CLOCK);
    assertThat(lines.list()).hasSize(1);
  }
}
