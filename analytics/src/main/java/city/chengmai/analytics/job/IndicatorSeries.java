package city.chengmai.analytics.job;

import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.indicator.Rate;
import city.chengmai.datasets.indicator.Reading;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns the steps or closings of one area and indicator into the rows of all days. */
final class IndicatorSeries implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String DENSITY = "O01";
  private static final double DAYS_OF_DENSITY = 30;

  private final HashMap<String, Indicator> indicators = new HashMap<>();
  private final AreaForest areas;
  private final DaySpan days;
  private final ArrayList<Integer> spans;
  private final Stamp stamp;

  IndicatorSeries(
      List<Indicator> indicators,
      AreaForest areas,
      DaySpan days,
      List<Integer> spans,
      Stamp stamp) {
    indicators.forEach(indicator -> this.indicators.put(indicator.id(), indicator));
    this.areas = areas;
    this.days = days;
    this.spans = new ArrayList<>(spans);
    this.stamp = stamp;
  }

  Iterator<IndicatorRow> rates(IndicatorKey key, Iterable<RateStep> steps) {
    Indicator indicator = indicators.get(key.indicator());
    AreaNode area = areas.find(key.area()).orElseThrow();
    List<IndicatorRow> rows = new ArrayList<>();
    for (int span : spans) {
      RunningRates rates = new RunningRates(steps, span, days.firstNumber(), days.endNumber());
      for (int day = days.firstNumber(); day < days.endNumber(); day++) {
        rows.add(
            indicator.id().equals(DENSITY)
                ? density(span, area, indicator, day, rates.of(day).numerator())
                : share(span, area, indicator, day, rates.of(day)));
      }
    }
    return rows.iterator();
  }

  Iterator<IndicatorRow> medians(IndicatorKey key, Iterable<Closing> closings) {
    Indicator indicator = indicators.get(key.indicator());
    AreaNode area = areas.find(key.area()).orElseThrow();
    ClosingHours hours = new ClosingHours(closings);
    List<IndicatorRow> rows = new ArrayList<>();
    for (int span : spans) {
      for (int day = days.firstNumber(); day < days.endNumber(); day++) {
        rows.add(median(span, area, indicator, day, hours.window(day - span + 1, day + 1)));
      }
    }
    return rows.iterator();
  }

  private IndicatorRow share(int span, AreaNode area, Indicator indicator, int day, Rate rate) {
    Reading reading = ReadingRule.ofShare(indicator, area.applies(indicator), rate);
    return IndicatorRow.of(span, area.id(), indicator, day, rate, reading, stamp);
  }

  private IndicatorRow median(
      int span, AreaNode area, Indicator indicator, int day, ClosingHours.Window window) {
    Rate rate = new Rate(window.sum(), window.count());
    Reading reading =
        ReadingRule.of(
            indicator,
            area.applies(indicator),
            rate,
            window.quantile(0.5),
            OptionalDouble.of(window.quantile(0.9)));
    return IndicatorRow.of(span, area.id(), indicator, day, rate, reading, stamp);
  }

  private IndicatorRow density(
      int span, AreaNode area, Indicator indicator, int day, double filed) {
    Optional<AreaNode.Exposure> exposure = areas.exposure(area);
    double amount = exposure.map(AreaNode.Exposure::amount).orElse(0.0) * span / DAYS_OF_DENSITY;
    Rate rate = new Rate(filed, amount);
    boolean applies = exposure.isPresent() && area.applies(indicator);
    Reading reading = ReadingRule.ofShare(indicator, applies, rate);
    return IndicatorRow.of(span, area.id(), indicator, day, rate, reading, stamp);
  }
}
