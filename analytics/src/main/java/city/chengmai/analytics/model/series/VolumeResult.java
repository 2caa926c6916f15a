package city.chengmai.analytics.model.series;

import java.io.Serializable;
import java.util.List;

/**
 * What testing a category gave.
 *
 * @param kept the tests worth looking at
 * @param tests number of tests of each day, by position in the series, those not kept included
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, added up, never compared.
public record VolumeResult(List<VolumeTest> kept, long[] tests) implements Serializable {}
