package city.chengmai.analytics.model.series;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One count held against its baseline.
 *
 * @param area grid, or the root of the area tree for the whole city
 * @param category leaf category
 * @param day in the city's zone
 * @param observed cases reported that day
 * @param expected mean of the forecast
 * @param lower count that fewer than α of such days fall below
 * @param upper count that fewer than α of such days pass
 * @param log10P base-10 logarithm of P(Y ≥ observed)
 */
public record VolumeTest(
    String area,
    String category,
    LocalDate day,
    long observed,
    double expected,
    double lower,
    double upper,
    double log10P)
    implements Serializable {}
