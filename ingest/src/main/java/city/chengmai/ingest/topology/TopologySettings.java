package city.chengmai.ingest.topology;

import java.time.Duration;
import java.util.Objects;

/**
 * What the topology is told.
 *
 * @param pseudonymKey secret key of the keyed hash
 * @param futureTolerance how far past now an event's time may lie
 * @param borderMetres how far over the city's border a point still counts as inside
 * @param stateInMemory keep state in memory instead of on disk; the changelog topics hold it anyway
 * @param parking how long and how many events wait for what has to come before them
 */
public record TopologySettings(
    String pseudonymKey,
    Duration futureTolerance,
    int borderMetres,
    boolean stateInMemory,
    ParkingLimits parking) {

  /** Refuses nulls. */
  public TopologySettings {
    Objects.requireNonNull(pseudonymKey, "pseudonymKey");
    Objects.requireNonNull(futureTolerance, "futureTolerance");
    Objects.requireNonNull(parking, "parking");
  }

  /** With the usual limits of waiting events. */
  public TopologySettings(
      String pseudonymKey, Duration futureTolerance, int borderMetres, boolean stateInMemory) {
    this(pseudonymKey, futureTolerance, borderMetres, stateInMemory, ParkingLimits.DEFAULT);
  }

  @Override
  public String toString() {
    return "TopologySettings[futureTolerance=" + futureTolerance + "]";
  }
}
