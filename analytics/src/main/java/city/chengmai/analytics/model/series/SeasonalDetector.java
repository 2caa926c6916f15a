package city.chengmai.analytics.model.series;

import city.chengmai.analytics.model.count.CountDistribution;
import city.chengmai.datasets.calendar.HolidayCalendar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The default method: a quasi-Poisson model of level, trend, yearly wave, weekday, hour, holiday
 * and exposure, learnt from earlier periods only, and the negative binomial tail of what it leads
 * one to expect. Learnt anew at fixed times of the calendar, so that a rerun from any period on
 * judges as one from the beginning. A series with hardly a case gets a level only. Not safe for
 * several threads; series that begin at one time share its knowledge of the calendar.
 */
public final class SeasonalDetector implements SeriesDetector {

  private static final int FEW_CASES = 20;
  // A year of weeks: series after series is judged over the same stretch.
  private static final int DESIGNS_KEPT = 53;

  private final HolidayCalendar calendar;
  private final SeasonalSettings settings;
  private final Map<TrainingWindow, SeasonalDesign> designs = new HashMap<>();
  private Timeline timeline;

  /** A detector of a city with these holidays. */
  public SeasonalDetector(HolidayCalendar calendar, SeasonalSettings settings) {
    this.calendar = calendar;
    this.settings = settings;
  }

  @Override
  public List<Judgement> judge(CountSeries series, int from, int to) {
    Timeline shared = timeline(series);
    int refit = series.cadence().refit();
    List<Judgement> judgements = new ArrayList<>();
    int position = Math.max(from, series.cadence().smallestHistory());
    while (position < to) {
      Baseline baseline = learn(shared, series, shared.refitStart(position, refit));
      int end = Math.min(to, shared.nextRefit(position, refit));
      for (; position < end; position++) {
        judgements.add(judge(series, position, baseline));
      }
    }
    return judgements;
  }

  private Timeline timeline(CountSeries series) {
    if (timeline == null
        || timeline.cadence() != series.cadence()
        || !timeline.start().equals(series.start())) {
      timeline = new Timeline(series.start(), series.cadence(), calendar);
      designs.clear();
    }
    return timeline;
  }

  private Baseline learn(Timeline shared, CountSeries series, int start) {
    TrainingWindow window = TrainingWindow.before(start, series.cadence());
    if (series.sum(window.from(), window.to()) < FEW_CASES) {
      return LevelBaseline.fit(series.counts(), window);
    }
    if (designs.size() > DESIGNS_KEPT) {
      designs.clear();
    }
    return designs
        .computeIfAbsent(window, span -> new SeasonalDesign(shared, span, settings.season()))
        .fit(series.counts(), series.exposure());
  }

  private Judgement judge(CountSeries series, int position, Baseline baseline) {
    Forecast now = baseline.forecast(position);
    long observed = Math.round(series.counts()[position]);
    CountDistribution expected = now.distribution();
    double log10 = expected.log10UpperTail(observed);
    if (settings.pooling() > 0) {
      long before = Math.round(series.counts()[position - 1]);
      log10 =
          new PooledTail(baseline.forecast(position - 1), now, settings.pooling())
              .log10(before, observed);
    }
    return new Judgement(
        position,
        observed,
        expected.mean(),
        expected.quantile(settings.alpha()),
        expected.quantile(1 - settings.alpha()),
        log10,
        -log10,
        log10 <= Math.log10(settings.alpha()));
  }
}
