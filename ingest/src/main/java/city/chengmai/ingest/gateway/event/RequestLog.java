package city.chengmai.ingest.gateway.event;

import city.chengmai.datasets.event.CorrelationId;
import city.chengmai.ingest.gateway.event.EventResult.State;
import city.chengmai.ingest.log.LineLimit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Writes a log line for a request of which something was not taken, at most twenty a second; at
 * debug one for every other request, and one for each event. Thread-safe.
 */
final class RequestLog {

  /** Header of the answer that names the request as the log does. */
  static final String HEADER = "X-Request-Id";

  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

  private final LineLimit limit;

  RequestLog(LineLimit limit) {
    this.limit = limit;
  }

  /**
   * Writes what became of a request.
   *
   * @param source name of the key that it came with
   * @return its name in the log
   */
  String of(String source, List<EventResult> results) {
    String request = String.format(Locale.ROOT, "%016x", ThreadLocalRandom.current().nextLong());
    long refused = results.stream().filter(result -> result.state() != State.ACCEPTED).count();
    Level level = refused == 0 ? Level.DEBUG : Level.INFO;
    if (LOG.isEnabledForLevel(level)) {
      OptionalLong skipped = refused == 0 ? OptionalLong.of(0) : limit.next();
      skipped.ifPresent(
          unwritten ->
              LOG.atLevel(level)
                  .addKeyValue("request", request)
                  .addKeyValue("source", source)
                  .addKeyValue("events", results.size())
                  .addKeyValue("refused", refused)
                  .addKeyValue("unwritten", unwritten)
                  .log(
                      "request {} of {}: {} events, {} not taken{}",
                      request,
                      source,
                      results.size(),
                      refused,
                      LineLimit.beside(unwritten)));
    }
    if (LOG.isDebugEnabled()) {
      results.forEach(result -> event(request, result));
    }
    return request;
  }

  /** The id itself is not told: it may hold a person, whom the topology takes out. */
  private static void event(String request, EventResult result) {
    LOG.atDebug()
        .addKeyValue("request", request)
        .addKeyValue(CorrelationId.KEY, result.correlation())
        .addKeyValue("outcome", result.outcome())
        .log("event {} of request {}: {}", result.correlation(), request, result.outcome());
  }
}
