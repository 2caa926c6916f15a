package city.chengmai.analytics.job;

import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.indicator.Rate;
import city.chengmai.datasets.indicator.Reading;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import scala.Tuple2;

/** Turns the steps or closings of one area and indicator into the rows of all windows. */
final class IndicatorSeries implements Serializable {

  private static final long serialVersionUID = 1L;
  static final String MEDIAN = "O03";
  private static final String DENSITY = "O01";
  private static final String COMPLAINTS = "O02";
  private static final double DAYS_OF_DENSITY = 30;

  private final HashMap<String, Indicator> indicators = new HashMap<>();
  private final AreaForest areas;
  private final Windows windows;
  private final Stamp stamp;

  IndicatorSeries(List<Indicator> indicators, AreaForest areas, Windows windows, Stamp stamp) {
    indicators.forEach(indicator -> this.indicators.put(indicator.id(), indicator));
    this.areas = areas;
    this.windows = windows;
    this.stamp = stamp;
  }

  /** The rows of some rates in every area. */
  Iterator<IndicatorRow> rates(List<String> wanted, Iterator<Tuple2<String, GridStep>> steps) {
    Map<String, AreaRates> rates = new HashMap<>();
    wanted.forEach(indicator -> rates.put(indicator, new AreaRates(areas, windows)));
    steps.forEachRemaining(step -> rates.get(step._1).add(step._2));
    // Of a stream, an iterator keeps what one element of the source gives: that is an area here.
    List<Place> places =
        wanted.stream()
            .flatMap(id -> areas.areas().stream().map(area -> place(area, indicators.get(id))))
            .toList();
    return places.stream()
        .flatMap(place -> rates(place, rates.get(place.indicator().id())).stream())
        .iterator();
  }

  private List<IndicatorRow> rates(Place place, AreaRates all) {
    List<IndicatorRow> rows = new ArrayList<>();
    for (int span : windows.grain().spans()) {
      RunningRates rates = all.of(place.area().id(), span, false);
      RunningRates beside = all.of(place.area().id(), span, true);
      for (int number = windows.first(); number < windows.end(); number++) {
        Window window = new Window(span, number, windows.days(number, span));
        OptionalDouble companion = companion(place.indicator(), beside.of(number));
        rows.add(counted(place, window, rates.of(number), companion));
      }
    }
    return rows;
  }

  /** The rows of the median in every area. */
  Iterator<IndicatorRow> medians(ClosingTimes times) {
    // Of a stream, an iterator keeps what one element of the source gives: that is an area here.
    List<Place> places =
        areas.areas().stream().map(area -> place(area, indicators.get(MEDIAN))).toList();
    return places.stream().flatMap(place -> medians(place, times).stream()).iterator();
  }

  private List<IndicatorRow> medians(Place place, ClosingTimes times) {
    List<IndicatorRow> rows = new ArrayList<>();
    for (int span : windows.grain().spans()) {
      for (int number = windows.first(); number < windows.end(); number++) {
        Window window = new Window(span, number, windows.days(number, span));
        int from = windows.firstDay(number, span);
        rows.add(
            median(place, window, times.window(place.area().id(), from, windows.endDay(number))));
      }
    }
    return rows;
  }

  private IndicatorRow counted(Place place, Window window, Rate rate, OptionalDouble companion) {
    return switch (place.indicator().id()) {
      case DENSITY -> exposed(place, window, rate, window.days() / DAYS_OF_DENSITY);
      case COMPLAINTS -> exposed(place, window, rate, window.days());
      default -> row(place, window, true, rate, companion);
    };
  }

  /** Held against an exposure in place of a count. */
  private IndicatorRow exposed(Place place, Window window, Rate counted, double factor) {
    double amount = place.exposure().map(AreaNode.Exposure::amount).orElse(0.0) * factor;
    Rate rate = new Rate(counted.numerator(), amount);
    return row(place, window, place.exposure().isPresent(), rate, OptionalDouble.empty());
  }

  private IndicatorRow row(
      Place place, Window window, boolean applies, Rate rate, OptionalDouble companion) {
    boolean read = applies && place.area().applies(place.indicator());
    Reading reading = ReadingRule.ofShare(place.indicator(), read, window.days(), rate, companion);
    return row(place, window, rate, reading);
  }

  private IndicatorRow median(Place place, Window window, ClosingTimes.Window closed) {
    Rate rate = new Rate(closed.sum(), closed.count());
    Reading reading =
        ReadingRule.of(
            place.indicator(),
            place.area().applies(place.indicator()),
            window.days(),
            rate,
            closed.quantile(0.5),
            OptionalDouble.of(closed.quantile(0.9)));
    return row(place, window, rate, reading);
  }

  private IndicatorRow row(Place place, Window window, Rate rate, Reading reading) {
    int day = (int) windows.grain().start(window.number()).toEpochDay();
    return IndicatorRow.of(
        window.span(), place.area().id(), place.indicator(), day, rate, reading, stamp);
  }

  private static OptionalDouble companion(Indicator indicator, Rate beside) {
    OptionalDouble share = beside.share();
    return indicator.companion() == null || share.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(share.getAsDouble() * indicator.unit().scale());
  }

  private Place place(AreaNode area, Indicator indicator) {
    Optional<AreaNode.Exposure> exposure =
        switch (indicator.id()) {
          case DENSITY -> areas.exposure(area);
          case COMPLAINTS -> areas.exposure(area, AreaNode::callers);
          default -> Optional.empty();
        };
    return new Place(area, indicator, exposure);
  }

  /**
   * What a row is about.
   *
   * @param exposure what counts are held against, for indicators that have one
   */
  private record Place(AreaNode area, Indicator indicator, Optional<AreaNode.Exposure> exposure) {}

  /** Which window it is, and how many days of it the city reports. */
  private record Window(int span, int number, int days) {}
}
