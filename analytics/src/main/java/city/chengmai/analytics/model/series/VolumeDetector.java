package city.chengmai.analytics.model.series;

import city.chengmai.analytics.model.count.CountDistribution;
import city.chengmai.datasets.calendar.HolidayCalendar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tests every day of a category's series against a baseline of earlier days only. Baselines are
 * learnt anew at fixed weeks of the calendar, so that adding later days changes no earlier test.
 */
public final class VolumeDetector {

  private static final double SPARSE = 0.2;

  private final HolidayCalendar calendar;
  private final GridTotals totals;
  private final String root;
  private final double alpha;

  /**
   * A detector.
   *
   * @param calendar holidays of the city
   * @param totals cases of all categories by grid
   * @param root area id that stands for the whole city
   * @param alpha share of ordinary days that may lie beyond the bounds
   */
  public VolumeDetector(HolidayCalendar calendar, GridTotals totals, String root, double alpha) {
    this.calendar = calendar;
    this.totals = totals;
    this.root = root;
    this.alpha = alpha;
  }

  /** Tests the days {@code [from, to)}, given as positions of the series; strong ones are kept. */
  public VolumeResult test(CategoryVolume volume, int from, int to, double keepBelowLog10) {
    List<VolumeTest> kept = new ArrayList<>();
    long[] tests = new long[volume.city().length()];
    Timeline timeline = new Timeline(volume.city().start().atStartOfDay(), Cadence.DAY, calendar);
    int refit = Cadence.DAY.refit();
    int position = Math.max(from, Cadence.DAY.smallestHistory());
    while (position < to) {
      Block block = new Block(volume, timeline, timeline.refitStart(position, refit));
      int end = Math.min(to, timeline.nextRefit(position, refit));
      for (; position < end; position++) {
        tests[position] = block.testDay(position, keepBelowLog10, kept);
      }
    }
    return new VolumeResult(kept, tests);
  }

  /** A week of forecasts from one state of knowledge; baselines are learnt when first needed. */
  private final class Block {

    private final CategoryVolume volume;
    private final Timeline timeline;
    private final TrainingWindow window;
    private final double[] exposure;
    private final Map<String, Baseline> baselines = new HashMap<>();
    private SeasonalDesign design;

    Block(CategoryVolume volume, Timeline timeline, int start) {
      this.volume = volume;
      this.timeline = timeline;
      this.window = TrainingWindow.before(start, Cadence.DAY);
      this.exposure = new double[volume.city().length()];
      Arrays.fill(exposure, 1);
    }

    int testDay(int position, double keepBelow, List<VolumeTest> kept) {
      int tests = testSeries(root, volume.city(), position, keepBelow, kept);
      for (Map.Entry<String, DailySeries> grid : volume.grids().entrySet()) {
        tests += testSeries(grid.getKey(), grid.getValue(), position, keepBelow, kept);
      }
      return tests;
    }

    private int testSeries(
        String area, DailySeries series, int position, double keepBelow, List<VolumeTest> kept) {
      long observed = (long) series.counts()[position];
      if (observed == 0) {
        return series.sum(0, position) > 0 ? 1 : 0;
      }
      CountDistribution expected = baseline(area, series).forecast(position).distribution();
      double log10 = expected.log10UpperTail(observed);
      if (log10 <= keepBelow) {
        kept.add(
            new VolumeTest(
                area,
                volume.category(),
                series.day(position),
                observed,
                expected.mean(),
                expected.quantile(alpha),
                expected.quantile(1 - alpha),
                log10));
      }
      return 1;
    }

    private Baseline baseline(String area, DailySeries series) {
      Baseline known = baselines.get(area);
      if (known == null) {
        known = learn(area, series);
        baselines.put(area, known);
      }
      return known;
    }

    private Baseline learn(String area, DailySeries series) {
      double cases = series.sum(window.from(), window.to());
      if (cases >= SPARSE * window.length()) {
        return design().fit(series.counts(), exposure);
      }
      if (area.equals(root)) {
        return LevelBaseline.fit(series.counts(), window);
      }
      Baseline city = baseline(root, volume.city());
      GridShare share =
          GridShare.of(
              cases,
              volume.city().sum(window.from(), window.to()),
              totals.share(area, window.from(), window.to()));
      return position -> city.forecast(position).part(share.share(), share.relativeVariance());
    }

    private SeasonalDesign design() {
      if (design == null) {
        design = new SeasonalDesign(timeline, window, SeasonalTerms.YEAR);
      }
      return design;
    }
  }
}
