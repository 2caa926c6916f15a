package city.chengmai.analytics.model;

import java.util.List;

/**
 * What is said of all areas on a day.
 *
 * @param portraits one for each area
 * @param standings one for each area and indicator that applies to it
 */
public record PortraitDay(List<Portrait> portraits, List<IndicatorStanding> standings) {

  /** Copies the lists. */
  public PortraitDay {
    portraits = List.copyOf(portraits);
    standings = List.copyOf(standings);
  }
}
