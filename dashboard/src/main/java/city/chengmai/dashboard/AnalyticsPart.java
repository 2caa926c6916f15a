package city.chengmai.dashboard;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.health.LastHeard;
import city.chengmai.dashboard.health.ServiceHealth;
import city.chengmai.dashboard.health.Told;
import city.chengmai.dashboard.page.wall.ProductPace;
import city.chengmai.datasets.clickhouse.Health;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.health.PartState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How analytics is: late, when its last good run is too old; else what it says of itself. One that
 * never answered this process may well be run now and then without following. One that answered
 * before and is silent now is disturbed. Used by one thread.
 */
final class AnalyticsPart implements Supplier<Told> {

  /** As many intervals without a good run, and the products are taken for lost. */
  private static final int LOST = 10;

  private final ServiceHealth service;
  private final ProductPace pace;
  private final BooleanSupplier historical;
  private final double lateTimes;
  private final InstantSource clock;
  private final LastHeard heard;

  /**
   * Analytics at this address.
   *
   * @param historical whether the city's clock stands in the past, where nothing is late
   * @param lateTimes intervals after which the last good run is too old
   * @param clock real time
   */
  AnalyticsPart(
      ServiceHealth service,
      ProductPace pace,
      BooleanSupplier historical,
      double lateTimes,
      InstantSource clock) {
    this.service = requireNonNull(service, "service");
    this.pace = requireNonNull(pace, "pace");
    this.historical = requireNonNull(historical, "historical");
    this.lateTimes = lateTimes;
    this.clock = requireNonNull(clock, "clock");
    this.heard = new LastHeard(service, clock);
  }

  /**
   * Asks it and the store.
   *
   * @throws StoreException when the store does not say how old the last good run is
   */
  @Override
  public Told get() {
    List<PartState> answer = service.parts();
    pace.refresh();
    return judged(answer, pace.sinceLatest(), pace.interval());
  }

  /**
   * What an answer comes to.
   *
   * @param answer empty when it did not answer
   * @param age of the last good run; empty while there is none
   * @param interval between two runs
   */
  Told judged(List<PartState> answer, Optional<Duration> age, Duration interval) {
    Health said = heard.judged(answer);
    if (age.isPresent() && !historical.getAsBoolean()) {
      Duration old = age.get();
      double times = (double) old.toMillis() / Math.max(1, interval.toMillis());
      if (times > lateTimes) {
        return late(old, interval, times > LOST);
      }
    }
    if (heard.ever()) {
      return Told.of(said);
    }
    return Told.of(
        age.isPresent()
            ? Health.UP.because("not-following")
            : Health.degraded("nothing was computed yet").because("never-computed"));
  }

  private Told late(Duration old, Duration interval, boolean lost) {
    Instant ended = clock.instant().minus(old);
    long allowed = Math.round(interval.toSeconds() * lateTimes);
    Health health =
        Health.degraded(
                "the last good run ended %d minutes ago, expected within %d"
                    .formatted(old.toMinutes(), Duration.ofSeconds(allowed).toMinutes()))
            .because(lost ? "analytics-lost" : "analytics-late", ended);
    return new Told(health, Map.of("age-seconds", old.toSeconds(), "allowed-seconds", allowed));
  }
}
