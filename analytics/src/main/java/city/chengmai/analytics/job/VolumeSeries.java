package city.chengmai.analytics.job;

import city.chengmai.analytics.model.series.Cadence;
import city.chengmai.analytics.model.series.CategoryVolume;
import city.chengmai.analytics.model.series.CountSeries;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lays counts out as series of hours, days or whole weeks from Monday. All series of a cadence
 * begin at one time, the beginning of the city's period, whichever days a run looks at.
 */
final class VolumeSeries implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int HOURS = 24;
  private static final int WEEK = 7;

  private final Cadence cadence;
  private final LocalDate firstDay;
  private final int periods;
  private final HashSet<String> grids;

  /** The series of a period of days. */
  VolumeSeries(Cadence cadence, DaySpan days, Set<String> grids) {
    this.cadence = cadence;
    this.firstDay =
        cadence == Cadence.WEEK
            ? days.from().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
            : days.from();
    this.periods = Math.max(0, ending(days.to()));
    this.grids = new HashSet<>(grids);
  }

  /** Number of periods. */
  int periods() {
    return periods;
  }

  LocalDateTime at(int position) {
    return CountSeries.of(firstDay.atStartOfDay(), cadence, new double[0]).at(position);
  }

  /** Number of whole periods that have ended when a day begins, at most those that there are. */
  int ending(LocalDate day) {
    int days = (int) (day.toEpochDay() - firstDay.toEpochDay());
    return switch (cadence) {
      case HOUR -> days * HOURS;
      case DAY -> days;
      case WEEK -> Math.floorDiv(days, WEEK);
    };
  }

  /** The series of one category; a case without a known grid counts for the city alone. */
  CategoryVolume of(String category, List<AreaCounts> counts) {
    double[] exposure = ones();
    CountSeries city = empty(exposure);
    Map<String, CountSeries> byGrid = new TreeMap<>();
    for (AreaCounts area : counts) {
      add(city, area);
      if (grids.contains(area.area())) {
        add(byGrid.computeIfAbsent(area.area(), grid -> empty(exposure)), area);
      }
    }
    return new CategoryVolume(category, city, byGrid);
  }

  private void add(CountSeries series, AreaCounts counts) {
    for (int i = 0; i < counts.periods().length; i++) {
      int position = position(counts.periods()[i]);
      if (position >= 0 && position < periods) {
        series.counts()[position] += counts.cases()[i];
      }
    }
  }

  private int position(int period) {
    int first = (int) firstDay.toEpochDay();
    return switch (cadence) {
      case HOUR -> period - first * HOURS;
      case DAY -> period - first;
      case WEEK -> Math.floorDiv(period - first, WEEK);
    };
  }

  /** One array for all series of a category. */
  private double[] ones() {
    double[] ones = new double[periods];
    Arrays.fill(ones, 1);
    return ones;
  }

  private CountSeries empty(double[] exposure) {
    return new CountSeries(firstDay.atStartOfDay(), cadence, new double[periods], exposure);
  }
}
