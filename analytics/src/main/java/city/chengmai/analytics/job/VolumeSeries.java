package city.chengmai.analytics.job;

import city.chengmai.analytics.model.series.CategoryVolume;
import city.chengmai.analytics.model.series.DailySeries;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lays daily counts out as series that all begin on the first day of the city's period. */
final class VolumeSeries implements Serializable {

  private static final long serialVersionUID = 1L;

  private final DaySpan period;
  private final HashSet<String> grids;

  VolumeSeries(DaySpan period, Set<String> grids) {
    this.period = period;
    this.grids = new HashSet<>(grids);
  }

  /** The series of one category; a case without a known grid counts for the city alone. */
  CategoryVolume of(String category, Iterable<DailyCount> counts) {
    DailySeries city = empty();
    Map<String, DailySeries> byGrid = new TreeMap<>();
    for (DailyCount count : counts) {
      int position = count.day() - period.firstNumber();
      if (position < 0 || position >= period.days()) {
        continue;
      }
      city.counts()[position] += count.cases();
      if (grids.contains(count.area())) {
        byGrid.computeIfAbsent(count.area(), grid -> empty()).counts()[position] += count.cases();
      }
    }
    return new CategoryVolume(category, city, byGrid);
  }

  private DailySeries empty() {
    return new DailySeries(period.from(), new double[period.days()]);
  }
}
