package city.chengmai.analytics.model.series;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A count held against its baseline: of one period, or of two where both together are stranger.
 *
 * @param area grid, or the root of the area tree for the whole city
 * @param category leaf category
 * @param cadence length of a period
 * @param at beginning of the period judged, in the city's zone
 * @param periods how many periods the numbers are of, the one judged being the last
 * @param observed cases reported in them
 * @param expected mean of the forecast
 * @param lower count that fewer than α of such periods fall below
 * @param upper count that fewer than α of such periods pass
 * @param log10P base-10 logarithm of the probability of so much or more
 * @param young whether there was too little history for a model
 */
public record VolumeTest(
    String area,
    String category,
    Cadence cadence,
    LocalDateTime at,
    int periods,
    long observed,
    double expected,
    double lower,
    double upper,
    double log10P,
    boolean young)
    implements Serializable {

  /** Beginning of the first period that the numbers are of. */
  public LocalDateTime start() {
    return cadence.plus(at, 1L - periods);
  }

  /** End of the period judged. */
  public LocalDateTime end() {
    return cadence.plus(at, 1);
  }

  /** Day that it begins on. */
  public LocalDate firstDay() {
    return start().toLocalDate();
  }

  /** Last day that it reaches into. */
  public LocalDate lastDay() {
    return end().minusNanos(1).toLocalDate();
  }
}
