package city.chengmai.ingest.topology;

import city.chengmai.datasets.event.CorrelationId;
import city.chengmai.ingest.lifecycle.Sighting;
import city.chengmai.ingest.log.LineLimit;
import city.chengmai.ingest.row.DeadLetter;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what becomes of events to the log under their correlation id: refusals at info, at most
 * twenty a second, since a feed that is broken is broken two thousand times a second and each of
 * its letters is kept in the table anyway; events that are taken at debug. Thread-safe.
 */
final class EventLog {

  private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

  /** One of the process: each task has a log of its own. */
  private static final LineLimit LIMIT = new LineLimit();

  /** An event was refused; its letter is masked already. */
  void refused(DeadLetter letter) {
    OptionalLong skipped = LIMIT.next();
    if (skipped.isEmpty()) {
      return;
    }
    boolean known = !letter.source().isEmpty() && !letter.eventId().isEmpty();
    String correlation = known ? CorrelationId.of(letter.source(), letter.eventId()) : "";
    LOG.atInfo()
        .addKeyValue(CorrelationId.KEY, correlation)
        .addKeyValue("reason", letter.reason().wireName())
        .addKeyValue("letter", letter.id())
        .addKeyValue("unwritten", skipped.getAsLong())
        .log(
            "event {} refused: {}, dead letter {}{}",
            correlation,
            letter.reason().wireName(),
            letter.id(),
            LineLimit.beside(skipped.getAsLong()));
  }

  /** An event was taken. */
  void taken(Sighting sighting) {
    if (LOG.isDebugEnabled()) {
      String correlation = CorrelationId.of(sighting.event().source(), sighting.event().id());
      LOG.atDebug()
          .addKeyValue(CorrelationId.KEY, correlation)
          .addKeyValue("type", sighting.event().type().wireName())
          .log("event {} taken as {}", correlation, sighting.event().type().wireName());
    }
  }
}
