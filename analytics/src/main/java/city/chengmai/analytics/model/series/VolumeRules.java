package city.chengmai.analytics.model.series;

import java.io.Serializable;
import java.time.LocalDate;

/** Which rule holds for the tests of an area that end on a day. Travels to executors. */
@FunctionalInterface
public interface VolumeRules extends Serializable {

  /**
   * The rule of a test.
   *
   * @param area grid, or the root of the area tree
   * @param lastDay last day that the test reaches into, in the city's zone
   */
  VolumeRule of(String area, LocalDate lastDay);
}
