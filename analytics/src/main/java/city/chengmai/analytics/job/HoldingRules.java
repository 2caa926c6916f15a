package city.chengmai.analytics.job;

import city.chengmai.analytics.model.series.VolumeRule;
import city.chengmai.analytics.model.series.VolumeRules;
import java.time.LocalDate;
import java.util.Map;

/**
 * The rule of most tests, and that of those for which another one holds.
 *
 * @param ordinary of all others
 * @param others by area and last day
 */
record HoldingRules(VolumeRule ordinary, Map<Key, VolumeRule> others) implements VolumeRules {

  /** An area and the last day of a test. */
  record Key(String area, LocalDate lastDay) implements java.io.Serializable {}

  @Override
  public VolumeRule of(String area, LocalDate lastDay) {
    return others.isEmpty() ? ordinary : others.getOrDefault(new Key(area, lastDay), ordinary);
  }
}
