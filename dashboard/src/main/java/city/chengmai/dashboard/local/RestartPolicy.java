package city.chengmai.dashboard.local;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How often a service that dies is started again.
 *
 * @param pauses wait before the first, second, … restart; after the last one it is given up
 * @param steady a run at least this long forgives all earlier deaths
 */
record RestartPolicy(List<Duration> pauses, Duration steady) {

  RestartPolicy {
    pauses = List.copyOf(pauses);
  }

  /** Five restarts within about half a minute, then it is given up. */
  static RestartPolicy standard() {
    return new RestartPolicy(
        List.of(1, 2, 4, 8, 15).stream().map(Duration::ofSeconds).toList(), Duration.ofMinutes(5));
  }

  /**
   * The pause before the next start.
   *
   * @param deaths deaths so far in a row, this one included
   */
  Optional<Duration> pauseAfter(int deaths) {
    return deaths <= pauses.size() ? Optional.of(pauses.get(deaths - 1)) : Optional.empty();
  }

  /** Deaths in a row, counting one after a run of this length. */
  int deathsAfter(int earlier, Duration run) {
    return run.compareTo(steady) >= 0 ? 1 : earlier + 1;
  }
}
