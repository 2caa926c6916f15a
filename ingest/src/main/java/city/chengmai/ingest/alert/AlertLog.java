package city.chengmai.ingest.alert;

import city.chengmai.datasets.event.CorrelationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Writes to the log which alerts are raised and cleared, under the correlation id of the event that
 * set their clock. What is history is told at debug: a replay has thousands of these.
 */
final class AlertLog {

  private static final Logger LOG = LoggerFactory.getLogger(AlertLog.class);

  private AlertLog() {}

  static void raised(Watch watch, Clock clock) {
    write(watch, clock, "raised");
  }

  static void cleared(Watch watch, Clock clock) {
    write(watch, clock, "cleared");
  }

  private static void write(Watch watch, Clock clock, String what) {
    Level level = watch.history() ? Level.DEBUG : Level.INFO;
    if (LOG.isEnabledForLevel(level)) {
      String alert = AlertFacts.id(watch, clock.deadline());
      LOG.atLevel(level)
          .addKeyValue(CorrelationId.KEY, watch.cause())
          .addKeyValue("alert", alert)
          .addKeyValue("rule", clock.deadline().rule())
          .log("alert {} {}, its clock set by event {}", alert, what, watch.cause());
    }
  }
}
