package city.chengmai.ingest.gateway.open311;

import city.chengmai.datasets.event.Event;
import city.chengmai.ingest.gateway.http.RequestRefused;
import city.chengmai.ingest.intake.ContentHash;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When requests with an {@code Idempotency-Key} were first filed, of late: the same request filed
 * again becomes the same event, to the millisecond, and is dropped as repeated. Thread-safe.
 */
final class FirstAttempts {

  private static final int MOST = 10_000;

  /** The moment of an event and the hash of all it said. */
  private record Attempt(Instant at, long content) {}

  private final Map<String, Attempt> latest =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempt> eldest) {
          return size() > MOST;
        }
      };

  /** Whether this id was filed of late. */
  synchronized boolean knows(String id) {
    return latest.containsKey(id);
  }

  /**
   * The event as it was filed first.
   *
   * @throws RequestRefused (400) when it said something else then
   */
  synchronized Event first(Event event) {
    Attempt before =
        latest.computeIfAbsent(event.id(), id -> new Attempt(event.time(), ContentHash.of(event)));
    Event first =
        new Event(
            event.source(), event.id(), event.type(), event.subject(), before.at(), event.data());
    if (ContentHash.of(first) != before.content()) {
      throw new RequestRefused(
          400,
          "idempotency-key-reused",
          "another request was filed under this Idempotency-Key; a new request needs a new one");
    }
    return first;
  }
}
