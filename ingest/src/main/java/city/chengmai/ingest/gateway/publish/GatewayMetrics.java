package city.chengmai.ingest.gateway.publish;

import city.chengmai.datasets.event.DeadLetterReason;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/** What the gateway counts in this process: every event that knocked, by source and outcome. */
public final class GatewayMetrics {

  /** Outcome of an event that Kafka acknowledged. */
  public static final String ACCEPTED = "accepted";

  /** Source of an event that showed no known key. */
  public static final String UNKNOWN = "unknown";

  private static final String EVENTS = "ingest.gateway.events";

  private final MeterRegistry registry;
  private final Timer acknowledged;

  /** Meters in this registry. */
  public GatewayMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.acknowledged = registry.timer("ingest.gateway.acknowledge");
    for (DeadLetterReason reason : DeadLetterReason.values()) {
      count(UNKNOWN, reason.wireName(), 0);
    }
  }

  /** Counts events of one outcome. */
  public void count(String source, String outcome, int events) {
    registry.counter(EVENTS, "source", source, "outcome", outcome).increment(events);
  }

  void acknowledgedAfter(long nanoseconds) {
    acknowledged.record(Duration.ofNanos(nanoseconds));
  }

  /** Shows how many bytes wait for Kafka. */
  public void watchInFlight(Supplier<Number> bytes) {
    // A gauge holds its source weakly unless told otherwise.
    Gauge.builder("ingest.gateway.in.flight.bytes", bytes).strongReference(true).register(registry);
  }
}
