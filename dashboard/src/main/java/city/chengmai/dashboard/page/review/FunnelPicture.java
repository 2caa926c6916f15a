package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.ChartCache;
import city.chengmai.dashboard.chart.ChartRenderer;
import city.chengmai.dashboard.chart.Frame;
import city.chengmai.dashboard.chart.FunnelChart;
import city.chengmai.dashboard.chart.FunnelChart.Limit;
import city.chengmai.dashboard.chart.HouseTheme;
import city.chengmai.dashboard.chart.Target;
import city.chengmai.dashboard.chart.ValueFormat;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.page.review.PortraitCharts.Drawn;
import city.chengmai.dashboard.query.StandingQueries.StandingRow;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.catalogue.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws the funnel plot of an indicator, for a wide and for a narrow screen. Thread-safe. */
final class FunnelPicture {

  private static final int STEPS = 60;
  private static final double BEYOND = 1.08;

  private final ChartRenderer renderer = new ChartRenderer();
  private final ChartCache cache = new ChartCache();

  /** The plot; empty when nobody was measured. */
  Drawn drawn(
      Indicator indicator, List<StandingRow> rows, String grid, CityModel city, Figures figures) {
    double scale = indicator.unit().scale();
    List<FunnelChart.Point> points =
        rows.stream()
            .filter(row -> row.value() != null)
            .map(
                row ->
                    new FunnelChart.Point(
                        city.areaName(row.areaId(), figures.messages().language()),
                        row.denominator(),
                        row.value() / scale,
                        row.areaId().equals(grid)))
            .toList();
    if (points.isEmpty()) {
      return Drawn.NOTHING;
    }
    Double peer =
        rows.stream()
            .filter(row -> row.areaId().equals(grid))
            .map(StandingRow::peerValue)
            .filter(value -> value != null)
            .findFirst()
            .orElse(null);
    FunnelChart chart = chart(indicator, points, peer, rows.get(0).day(), figures);
    return new Drawn(svg(chart, 960, 420), svg(chart, 350, 330));
  }

  private static FunnelChart chart(
      Indicator indicator,
      List<FunnelChart.Point> points,
      Double peer,
      LocalDate day,
      Figures figures) {
    Messages messages = figures.messages();
    String name = LocalText.of(indicator.name(), messages.language());
    Optional<Target> line =
        Optional.ofNullable(peer)
            .map(
                value ->
                    new Target(
                        messages.text(
                            "funnel.peers", figures.number(value, 1), unit(indicator, messages)),
                        value / indicator.unit().scale()));
    return new FunnelChart(
        new Caption(
            messages.text("funnel.title", name), messages.text("funnel.spoken", figures.day(day))),
        indicator.unit() == Unit.PERCENT
            ? ValueFormat.percent(0)
            : ValueFormat.decimal(1, unit(indicator, messages)),
        messages.text("funnel.sample"),
        points,
        limits(indicator, peer, points),
        line,
        new FunnelChart.LimitNames(messages.text("funnel.inner"), messages.text("funnel.outer")));
  }

  private static String unit(Indicator indicator, Messages messages) {
    return indicator.unit() == Unit.PERCENT
        ? "%"
        : messages.textOr("unit." + indicator.unit().name().toLowerCase(Locale.ROOT), "");
  }

  private static List<Limit> limits(
      Indicator indicator, Double peer, List<FunnelChart.Point> points) {
    double least = points.stream().mapToDouble(FunnelChart.Point::sample).min().orElseThrow();
    double most =
        BEYOND * points.stream().mapToDouble(FunnelChart.Point::sample).max().orElseThrow();
    List<Limit> limits = new ArrayList<>();
    double from = least * 0.8;
    for (int step = 0; step <= STEPS; step++) {
      limits(indicator, peer, from + (most - from) * step / STEPS).ifPresent(limits::add);
    }
    return limits;
  }

  /**
   * The limits at a sample, as bare shares or densities; empty where counts do not make the value.
   */
  static Optional<Limit> limits(Indicator indicator, Double peer, double sample) {
    if (peer == null || sample <= 0 || indicator.unit() == Unit.HOURS) {
      return Optional.empty();
    }
    return Optional.of(
        indicator.unit() == Unit.PERCENT
            ? ControlLimits.ofShares(peer / Unit.PERCENT.scale(), sample)
            : ControlLimits.ofDensities(peer / indicator.unit().scale(), sample));
  }

  private String svg(FunnelChart chart, int width, int height) {
    return cache.get(chart, Frame.of(HouseTheme.DESK, width, height), renderer).svg();
  }
}
