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
 */
public record TopologySettings(
    String pseudonymKey, Duration futureTolerance, int borderMetres, boolean stateInMemory) {

  /** Refuses nulls. */
  public TopologySettings {
    Objects.requireNonNull(pseudonymKey, "pseudonymKey");
    Objects.requireNonNull(futureTolerance, "futureTolerance");
  }

  @Override
  public String toString() {
    return "TopologySettings[futureTolerance=" + futureTolerance + "]";
  }
}
