package city.chengmai.analytics.model;

import city.chengmai.datasets.indicator.Reading;
import java.util.List;
import java.util.Map;

/**
 * The readings of one area on one day.
 *
 * @param area area id
 * @param peerGroups groups it is a member of: first its own, which it is compared within, then
 *     wider ones, in which it is a peer of those that have none of their own
 * @param readings by indicator; a missing one is no data
 */
public record AreaReadings(String area, List<String> peerGroups, Map<String, Reading> readings) {

  /** Copies groups and readings. */
  public AreaReadings {
    peerGroups = List.copyOf(peerGroups);
    readings = Map.copyOf(readings);
    if (peerGroups.isEmpty()) {
      throw new IllegalArgumentException("area " + area + " is in no peer group, expected its own");
    }
  }

  /** The group it is compared within. */
  public String peerGroup() {
    return peerGroups.get(0);
  }

  Reading reading(String indicator) {
    return readings.getOrDefault(indicator, new Reading.NoData());
  }
}
