package city.chengmai.ingest.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import city.chengmai.ingest.log.LineLimit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RequestLogTest {

  private static final List<EventResult> GOOD = List.of(EventResult.accepted("urn:a", "1"));
  private static final List<EventResult> BAD =
      List.of(
          EventResult.accepted("urn:a", "1"),
          EventResult.refused("urn:a", "2", "not-json", "it is no JSON"));

  private final Logger logger = (Logger) LoggerFactory.getLogger(RequestLog.class);
  private final Level before = logger.getLevel();
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private long nanos;
  private final RequestLog log = new RequestLog(new LineLimit(() -> nanos));

  @BeforeEach
  void listen() {
    logger.setLevel(Level.INFO);
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void leave() {
    logger.detachAppender(lines);
    logger.setLevel(before);
  }

  @Test
  void aRequestThatIsTakenWholeIsNoLine() {
    assertThat(log.of("key", GOOD)).hasSize(16);
    assertThat(lines.list).isEmpty();
    logger.setLevel(Level.DEBUG);
    log.of("key", GOOD);
    assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.DEBUG);
    assertThat(lines.list).as("the request and its event").hasSize(2);
  }

  @Test
  void refusalsAreTwentyLinesASecondAtMost() {
    for (int i = 0; i < 2_000; i++) {
      assertThat(log.of("key", BAD)).hasSize(16);
    }
    assertThat(lines.list).hasSize(20);
    assertThat(lines.list.get(0).getFormattedMessage()).endsWith("2 events, 1 not taken");
    nanos += Duration.ofSeconds(1).toNanos();
    log.of("key", BAD);
    assertThat(lines.list.get(20).getFormattedMessage()).contains("1980 that no line tells of");
  }
}
