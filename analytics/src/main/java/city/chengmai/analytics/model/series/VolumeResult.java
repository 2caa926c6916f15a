package city.chengmai.analytics.model.series;

import java.io.Serializable;
import java.util.List;

/**
 * What testing a category gave.
 *
 * @param category that was tested
 * @param kept the tests worth looking at
 * @param tests number of tests of each period asked for, in order, those not kept included
 * @param learnt what is expected of the latest periods, good for later tests
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, added up, never compared.
public record VolumeResult(
    String category, List<VolumeTest> kept, long[] tests, List<BlockForecasts> learnt)
    implements Serializable {}
