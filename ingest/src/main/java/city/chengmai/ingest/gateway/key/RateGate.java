package city.chengmai.ingest.gateway.key;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.ingest.gateway.http.RequestRefused;
import java.time.Duration;

/** Holds a source to its rate. */
public final class RateGate {

  private RateGate() {}

  /** Takes this many events out of the rate, or refuses with 413 or 429. */
  public static void require(Source source, int events) {
    if (events > source.burst()) {
      throw new RequestRefused(
          413,
          DeadLetterReason.TOO_LARGE.wireName(),
          events + " events at once, the key may send at most " + source.burst());
    }
    if (events > 0) {
      source.waitBefore(events).ifPresent(wait -> refuse(source, wait));
    }
  }

  private static void refuse(Source source, Duration wait) {
    throw new RequestRefused(
            429,
            "rate-limited",
            "\"" + source.name() + "\" sends faster than its key allows; wait a little")
        .retryAfter(wait);
  }
}
