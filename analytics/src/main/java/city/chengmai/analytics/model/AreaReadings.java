package city.chengmai.analytics.model;

import city.chengmai.datasets.indicator.Reading;
import java.util.Map;

/**
 * The readings of one area on one day.
 *
 * @param area area id
 * @param peerGroup areas it is compared with: its grid type, its level above grids
 * @param readings by indicator; a missing one is no data
 */
public record AreaReadings(String area, String peerGroup, Map<String, Reading> readings) {

  /** Copies the readings. */
  public AreaReadings {
    readings = Map.copyOf(readings);
  }

  Reading reading(String indicator) {
    return readings.getOrDefault(indicator, new Reading.NoData());
  }
}
