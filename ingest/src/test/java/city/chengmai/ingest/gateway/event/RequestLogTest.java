package city.chengmai.ingest.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import city.chengmai.ingest.log.LineLimit;
import city.chengmai.ingest.log.LogLines;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RequestLogTest {

  private static final List<EventResult> GOOD = List.of(EventResult.accepted("urn:a", "1"));
  private static final List<EventResult> BAD =
      List.of(
          EventResult.accepted("urn:a", "1"),
          EventResult.refused("urn:a", "2", "not-json", "it is no JSON"));

  @RegisterExtension final LogLines lines = new LogLines(RequestLog.class);

  private long nanos;
  private final RequestLog log = new RequestLog(new LineLimit(() -> nanos));

  @Test
  void aRequestThatIsTakenWholeIsNoLine() {
    assertThat(log.of("key", GOOD)).hasSize(16);
    assertThat(lines.list()).isEmpty();
    lines.from(Level.DEBUG);
    log.of("key", GOOD);
    assertThat(lines.list()).extracting(ILoggingEvent::getLevel).containsOnly(Level.DEBUG);
    assertThat(lines.list()).as("the request and its event").hasSize(2);
  }

  @Test
  void refusalsAreTwentyLinesASecondAtMost() {
    for (int i = 0; i < 2_000; i++) {
      assertThat(log.of("key", BAD)).hasSize(16);
    }
    assertThat(lines.list()).hasSize(20);
    assertThat(lines.list().get(0).getFormattedMessage()).endsWith("2 events, 1 not taken");
    nanos += Duration.ofSeconds(1).toNanos();
    log.of("key", BAD);
    assertThat(lines.list().get(20).getFormattedMessage()).contains("1980 that no line tells of");
  }
}
