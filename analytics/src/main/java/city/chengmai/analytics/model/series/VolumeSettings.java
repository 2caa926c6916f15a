package city.chengmai.analytics.model.series;

import java.io.Serializable;

/**
 * How volumes are tested.
 *
 * @param cadence length of a period
 * @param rule the loosest rule that may look at the tests; what it cannot want is counted only
 * @param rules the rule that holds for each test
 * @param pooling how much larger the tail of two periods' sum must be to count as much as that of
 *     one, 0 for one period alone
 * @param busy cases a period from which a grid is tested; the city always is
 */
public record VolumeSettings(
    Cadence cadence, VolumeRule rule, VolumeRules rules, double pooling, double busy)
    implements Serializable {

  /**
   * Days and weeks of every series, two neighbouring ones pooled; single hours of the city and of
   * grids busy enough for a model of their own.
   */
  public static VolumeSettings of(Cadence cadence, VolumeRule rule) {
    return of(cadence, rule, (area, lastDay) -> rule);
  }

  /** The same with rules by area and day, of which none is looser than the one given first. */
  public static VolumeSettings of(Cadence cadence, VolumeRule loosest, VolumeRules rules) {
    boolean hours = cadence == Cadence.HOUR;
    return new VolumeSettings(
        cadence,
        loosest,
        rules,
        hours ? 0 : SeasonalSettings.POOLED,
        hours ? VolumeDetector.SPARSE : 0);
  }

  double keepBelowLog10() {
    return rule.keepBelowLog10();
  }
}
