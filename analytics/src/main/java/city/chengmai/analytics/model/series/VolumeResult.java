package city.chengmai.analytics.model.series;

import java.io.Serializable;
import java.util.List;

/**
 * What testing a category gave.
 *
 * @param kept the tests worth looking at
 * @param tests number of tests of each period asked for, in order, those not kept included
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, added up, never compared.
public record VolumeResult(List<VolumeTest> kept, long[] tests) implements Serializable {}
