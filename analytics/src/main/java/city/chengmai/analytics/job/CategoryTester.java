package city.chengmai.analytics.job;

import city.chengmai.analytics.model.series.BlockForecasts;
import city.chengmai.analytics.model.series.GridTotals;
import city.chengmai.analytics.model.series.VolumeDetector;
import city.chengmai.analytics.model.series.VolumeResult;
import city.chengmai.analytics.model.series.VolumeSettings;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.StreamSupport;

/**
 * Tests the series of categories; travels to executors.
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

  /**
   * One category.
   *
   * @param name category id
   * @param counts by area
   * @param known what an earlier run learnt and what holds still
   */
  record Category(String name, List<AreaCounts> counts, List<BlockForecasts> known)
      implements Serializable {}

  /** Tests one category after the other; they share what is known about the calendar. */
  Iterator<VolumeResult> test(Iterator<Category> categories) {
    VolumeDetector detector = new VolumeDetector(holidays, totals, root, settings);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(categories, 0), false)
        .map(
            category ->
                detector.test(
                    series.of(category.name(), category.counts()), from, to, category.known()))
        .iterator();
  }
}
