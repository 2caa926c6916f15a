package city.chengmai.dashboard.health;

import static java.util.Objects.requireNonNull;

import city.chengmai.datasets.clickhouse.Health;
import java.time.Instant;
import java.time.InstantSource;

/** Whether something that is done again and again succeeded when it was last done. Thread-safe. */
public final class RoundHealth {

  private final InstantSource clock;
  private volatile Health health = Health.UP;
  private Instant since;

  /**
   * Nothing failed yet.
   *
   * @param clock real time
   */
  public RoundHealth(InstantSource clock) {
    this.clock = requireNonNull(clock, "clock");
  }

  /** A round came to its end. */
  public synchronized void succeeded() {
    since = null;
    health = Health.UP;
  }

  /** A round failed. */
  public synchronized void failed(Throwable fault) {
    since = since == null ? clock.instant() : since;
    health =
        Health.degraded("fails since " + since + ": " + Health.line(String.valueOf(fault)))
            .because("round-failed", since);
  }

  /** How it is now. */
  public Health health() {
    return health;
  }
}
