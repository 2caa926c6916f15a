package city.chengmai.analytics.job;

import city.chengmai.analytics.model.series.GridTotals;
import city.chengmai.analytics.model.series.VolumeDetector;
import city.chengmai.analytics.model.series.VolumeResult;
import city.chengmai.analytics.model.series.VolumeSettings;
import java.io.Serializable;

/**
 * Tests the series of one category; travels to executors.
 *
 * @param holidays of the city
 * @param totals cases of all categories by grid
 * @param root area id that stands for the city
 * @param series layout of the counts
 * @param settings of the tests
 * @param from first position to test
 * @param to position after the last
 */
record CategoryTester(
    HolidaySnapshot holidays,
    GridTotals totals,
    String root,
    VolumeSeries series,
    VolumeSettings settings,
    int from,
    int to)
    implements Serializable {

  VolumeResult test(String category, Iterable<PeriodCount> counts) {
    return new VolumeDetector(holidays, totals, root, settings)
        .test(series.of(category, counts), from, to);
  }
}
