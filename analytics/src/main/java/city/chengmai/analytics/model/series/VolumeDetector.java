package city.chengmai.analytics.model.series;

import city.chengmai.analytics.model.count.CountDistribution;
import city.chengmai.datasets.calendar.HolidayCalendar;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tests every period of a category's series against a baseline of earlier periods only. Baselines
 * are learnt anew at fixed times of the calendar, so that adding later periods changes no earlier
 * test. Series too young for a model are judged by {@link YoungSeries}. Categories that begin at
 * one time share what is worked out about the calendar: one detector for many of them, one thread.
 */
public final class VolumeDetector {

  /** Cases a period below which a grid shares the city's model. */
  static final double SPARSE = 0.2;

  private static final int FEW_CASES = 20;
  // The later of two periods must be somewhat unusual itself: what is over is no news.
  private static final double STILL_UNUSUAL = Math.log10(0.05);
  // A run of the latest days looks at the block that goes on and the one before.
  private static final int BLOCKS_LEARNT = 2;
  private static final long MOST_NUMBERS = 4_000_000;

  private final HolidayCalendar calendar;
  private final GridTotals totals;
  private final String root;
  private final VolumeSettings settings;
  private final YoungSeries young;
  private final Map<TrainingWindow, SeasonalDesign> designs = new HashMap<>();
  private Timeline timeline;

  /**
   * A detector.
   *
   * @param calendar holidays of the city
   * @param totals cases of all categories by grid
   * @param root area id that stands for the whole city
   * @param settings of the tests
   */
  public VolumeDetector(
      HolidayCalendar calendar, GridTotals totals, String root, VolumeSettings settings) {
    this.calendar = calendar;
    this.totals = totals;
    this.root = root;
    this.settings = settings;
    this.young = new YoungSeries(settings.cadence());
  }

  /** Tests the periods {@code [from, to)}, given as positions of the series. */
  public VolumeResult test(CategoryVolume volume, int from, int to) {
    return test(volume, from, to, List.of());
  }

  /**
   * The same, with what an earlier test of the category learnt from periods that are as they were.
   */
  public VolumeResult test(CategoryVolume volume, int from, int to, List<BlockForecasts> known) {
    Cadence cadence = settings.cadence();
    List<VolumeTest> kept = new ArrayList<>();
    long[] tests = new long[Math.max(0, to - from)];
    int position = Math.max(from, young.first());
    for (; position < Math.min(to, cadence.smallestHistory()); position++) {
      tests[position - from] = testYoung(volume, position, kept);
    }
    Deque<BlockForecasts> learnt = new ArrayDeque<>();
    position = Math.max(from, cadence.smallestHistory());
    while (position < to) {
      BlockForecasts forecasts = forecasts(volume, position, known);
      Block block = new Block(volume, forecasts);
      for (; position < Math.min(to, forecasts.end()); position++) {
        tests[position - from] = block.test(position, kept);
      }
      learnt.addLast(forecasts);
      if (learnt.size() > BLOCKS_LEARNT) {
        learnt.removeFirst();
      }
    }
    return new VolumeResult(volume.category(), kept, tests, new ArrayList<>(learnt));
  }

  /** Of the block that a position lies in: as they are known, or none yet. */
  private BlockForecasts forecasts(
      CategoryVolume volume, int position, List<BlockForecasts> known) {
    Timeline shared = timeline(volume.city());
    int refit = settings.cadence().refit();
    int start = shared.refitStart(position, refit);
    return known.stream()
        .filter(block -> block.start() == start)
        .findFirst()
        .orElseGet(
            () ->
                new BlockForecasts(
                    start,
                    shared.nextRefit(position, refit),
                    TrainingWindow.before(start, settings.cadence()).to()));
  }

  private Timeline timeline(CountSeries series) {
    if (timeline == null || !timeline.start().equals(series.start())) {
      timeline = new Timeline(series.start(), settings.cadence(), calendar);
      designs.clear();
    }
    return timeline;
  }

  private SeasonalDesign design(TrainingWindow window) {
    SeasonalDesign known = designs.get(window);
    if (known == null) {
      if (designs.values().stream().mapToLong(SeasonalDesign::numbers).sum() > MOST_NUMBERS) {
        designs.clear();
      }
      known = new SeasonalDesign(timeline, window, SeasonalTerms.YEAR);
      designs.put(window, known);
    }
    return known;
  }

  private int testYoung(CategoryVolume volume, int position, List<VolumeTest> kept) {
    int tests = testYoung(root, volume.category(), volume.city(), position, kept);
    for (Map.Entry<String, CountSeries> grid : volume.grids().entrySet()) {
      tests += testYoung(grid.getKey(), volume.category(), grid.getValue(), position, kept);
    }
    return tests;
  }

  private int testYoung(
      String area, String category, CountSeries series, int position, List<VolumeTest> kept) {
    if (series.counts()[position] > 0) {
      young.test(area, category, series, position, settings.keepBelowLog10()).ifPresent(kept::add);
      return 1;
    }
    return series.sum(0, position) > 0 ? 1 : 0;
  }

  /** Forecasts from one state of knowledge; baselines are learnt when first needed. */
  private final class Block {

    private final CategoryVolume volume;
    private final TrainingWindow window;
    private final BlockForecasts forecasts;
    private final double[] exposure;
    private final Map<String, Double> learnt = new HashMap<>();

    Block(CategoryVolume volume, BlockForecasts forecasts) {
      this.volume = volume;
      this.forecasts = forecasts;
      this.window = TrainingWindow.before(forecasts.start(), settings.cadence());
      // Forecasts go on to the end of the block, whenever the series ends.
      this.exposure = new double[Math.max(volume.city().length(), forecasts.end())];
      Arrays.fill(exposure, 1);
    }

    int test(int position, List<VolumeTest> kept) {
      int tests = test(root, volume.city(), position, kept);
      for (Map.Entry<String, CountSeries> grid : volume.grids().entrySet()) {
        if (cases(grid.getKey(), grid.getValue()) >= settings.busy() * window.length()) {
          tests += test(grid.getKey(), grid.getValue(), position, kept);
        }
      }
      return tests;
    }

    private int test(String area, CountSeries series, int position, List<VolumeTest> kept) {
      if (Math.round(series.counts()[position]) == 0) {
        return cases(area, series) > 0 ? 1 : 0;
      }
      Forecast now = forecast(area, series, position);
      long observed = Math.round(series.counts()[position]);
      double alone = now.distribution().log10UpperTail(observed);
      if (settings.pooling() == 0) {
        keep(area, position, 1, observed, now, alone, kept);
        return 1;
      }
      long before = Math.round(series.counts()[position - 1]);
      Forecast earlier = forecasts.of(area, position - 1);
      PooledTail tail = new PooledTail(earlier, now, settings.pooling());
      if (tail.statistic(before, observed) > settings.keepBelowLog10()) {
        return 1;
      }
      double log10 = tail.log10(before, observed);
      if (tail.single(before, observed) || enough(area, position, alone, observed, now)) {
        keep(area, position, 1, observed, now, log10, kept);
      } else if (alone <= STILL_UNUSUAL) {
        keep(area, position, 2, before + observed, earlier.plus(now), log10, kept);
      }
      return 1;
    }

    /** Whether the period alone may become an alert: then its own numbers are told. */
    private boolean enough(String area, int position, double alone, long observed, Forecast now) {
      LocalDateTime end = settings.cadence().plus(volume.city().at(position), 1);
      VolumeRule rule = settings.rules().of(area, end.minusNanos(1).toLocalDate());
      return alone <= Math.log10(rule.alpha()) && rule.isLarge(observed, now.mean());
    }

    private void keep(
        String area,
        int position,
        int periods,
        long observed,
        Forecast forecast,
        double log10,
        List<VolumeTest> kept) {
      if (log10 > settings.keepBelowLog10()) {
        return;
      }
      CountDistribution expected = forecast.distribution();
      kept.add(
          new VolumeTest(
              area,
              volume.category(),
              settings.cadence(),
              volume.city().at(position),
              periods,
              observed,
              expected.mean(),
              expected.quantile(settings.rule().alpha()),
              expected.quantile(1 - settings.rule().alpha()),
              log10,
              false));
    }

    private double cases(String area, CountSeries series) {
      return learnt.computeIfAbsent(area, any -> series.sum(window.from(), window.to()));
    }

    private Forecast forecast(String area, CountSeries series, int position) {
      if (!forecasts.knows(area)) {
        forecasts.learn(area, baseline(area, series));
      }
      return forecasts.of(area, position);
    }

    private Baseline baseline(String area, CountSeries series) {
      double cases = cases(area, series);
      if (cases >= Math.max(FEW_CASES, SPARSE * window.length())) {
        return design(window).fit(series.counts(), exposure);
      }
      if (area.equals(root)) {
        return LevelBaseline.fit(series.counts(), window);
      }
      GridShare share =
          GridShare.of(
              cases, cases(root, volume.city()), totals.share(area, window.from(), window.to()));
      return position ->
          forecast(root, volume.city(), position).part(share.share(), share.relativeVariance());
    }
  }
}
