package city.chengmai.dashboard.health;

import static java.util.Objects.requireNonNull;

import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.health.PartState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * How a service is over several askings: an answer that did not come in time changes nothing at
 * first, since a busy service answers later than anybody waits. Used by one thread.
 */
public final class LastHeard {

  /** Silent for as long, and it is told as silent. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ServiceHealth service;
  private final InstantSource clock;
  private Health last;
  private Instant silentSince;

  /**
   * Nothing was heard of this service yet.
   *
   * @param clock real time
   */
  public LastHeard(ServiceHealth service, InstantSource clock) {
    this.service = requireNonNull(service, "service");
    this.clock = requireNonNull(clock, "clock");
  }

  /** Whether it has ever answered this process. */
  public boolean ever() {
    return last != null;
  }

  /**
   * How it is.
   *
   * @param answer its parts as it told them just now; empty when it did not answer
   * @return as it last was while it has been silent for less than a minute
   */
  public Health judged(List<PartState> answer) {
    if (!answer.isEmpty()) {
      silentSince = null;
      last = service.judged(answer);
      return last;
    }
    Instant now = clock.instant();
    silentSince = silentSince == null ? now : silentSince;
    boolean patient = last != null && Duration.between(silentSince, now).compareTo(PATIENCE) < 0;
    return patient ? last : service.judged(answer);
  }
}
