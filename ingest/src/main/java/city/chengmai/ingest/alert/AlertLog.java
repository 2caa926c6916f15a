package city.chengmai.ingest.alert;

import city.chengmai.datasets.event.CorrelationId;
import city.chengmai.ingest.log.LineLimit;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Writes to the log which alerts are raised and cleared, under the correlation id of the event that
 * set their clock: at most twenty a second, since a feed that falls silent may take thousands of
 * clocks with it. What is history is told at debug: a replay has thousands of these.
 */
final class AlertLog {

  private static final Logger LOG = LoggerFactory.getLogger(AlertLog.class);

  private final LineLimit limit;

  AlertLog(LineLimit limit) {
    this.limit = limit;
  }

  void raised(Watch watch, Clock clock) {
    write(watch, clock, "raised");
  }

  void cleared(Watch watch, Clock clock) {
    write(watch, clock, "cleared");
  }

  private void write(Watch watch, Clock clock, String what) {
    Level level = watch.history() ? Level.DEBUG : Level.INFO;
    if (LOG.isEnabledForLevel(level)) {
      OptionalLong skipped = level == Level.DEBUG ? OptionalLong.of(0) : limit.next();
      skipped.ifPresent(unwritten -> write(watch, clock, what, level, unwritten));
    }
  }

  private static void write(Watch watch, Clock clock, String what, Level level, long unwritten) {
    String alert = AlertFacts.id(watch, clock.deadline());
    LOG.atLevel(level)
        .addKeyValue(CorrelationId.KEY, watch.cause())
        .addKeyValue("alert", alert)
        .addKeyValue("rule", clock.deadline().rule())
        .addKeyValue("unwritten", unwritten)
        .log(
            "alert {} {}, its clock set by event {}{}",
            alert,
            what,
            watch.cause(),
            LineLimit.beside(unwritten));
  }
}
