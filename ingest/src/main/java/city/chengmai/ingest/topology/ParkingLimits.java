package city.chengmai.ingest.topology;

import java.time.Duration;
import java.util.Objects;

/**
 * How long, and how many, events wait for what has to come before them.
 *
 * @param patience longest time; zero refuses such events at once
 * @param events most of them in one partition
 */
public record ParkingLimits(Duration patience, int events) {

  /** An hour, and ten thousand. */
  public static final ParkingLimits DEFAULT = new ParkingLimits(Duration.ofHours(1), 10_000);

  /** Most events that wait for one entity: more are no disorder but a fault. */
  static final int EVENTS_OF_ONE_ENTITY = 64;

  /** Refuses what is negative. */
  public ParkingLimits {
    Objects.requireNonNull(patience, "patience");
    if (patience.isNegative() || events < 0) {
      throw new IllegalArgumentException("limits " + patience + ", " + events);
    }
  }
}
