package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.chart.Band;
import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.Chart;
import city.chengmai.dashboard.chart.ChartCache;
import city.chengmai.dashboard.chart.ChartRenderer;
import city.chengmai.dashboard.chart.Frame;
import city.chengmai.dashboard.chart.HouseTheme;
import city.chengmai.dashboard.chart.IntervalChart;
import city.chengmai.dashboard.chart.LineChart;
import city.chengmai.dashboard.chart.Named;
import city.chengmai.dashboard.chart.RadarChart;
import city.chengmai.dashboard.chart.RankedBarChart;
import city.chengmai.dashboard.chart.Series;
import city.chengmai.dashboard.chart.TimedRange;
import city.chengmai.dashboard.chart.TimedValue;
import city.chengmai.dashboard.chart.ValueFormat;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.IndicatorWords;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.query.PortraitQueries.ContributionRow;
import city.chengmai.dashboard.query.PortraitQueries.PeerMeanRow;
import city.chengmai.dashboard.query.PortraitQueries.PortraitRow;
import city.chengmai.dashboard.query.StandingQueries.StandingRow;
import city.chengmai.dashboard.report.ChartPaper;
import city.chengmai.dashboard.report.ChartPaper.Medium;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.catalogue.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Draws the charts of a portrait, each for a wide and for a narrow screen. Thread-safe. */
final class PortraitCharts {

  private static final int WIDE = 760;
  private static final int HALF = 560;
  private static final int THIRD = 400;
  private static final int NARROW = 350;
  private static final int BAR = 26;
  private static final int FULL_SCORE = 100;
  private static final int FEWEST_AXES = 3;
  private static final int MOST_AXES = 10;
  private static final int LINE_WIDTH = 170;
  private static final int LINE_HEIGHT = 22;

  /** A chart in two widths, as SVG; empty when there is nothing to draw. */
  public record Drawn(String wide, String narrow) {

    static final Drawn NOTHING = new Drawn("", "");

    /** Whether there is a drawing. */
    public boolean any() {
      return !wide.isEmpty();
    }
  }

  private final ChartRenderer renderer = new ChartRenderer();
  private final ChartCache cache = new ChartCache();
  private final Catalogue catalogue;
  private final Medium medium;

  PortraitCharts(Catalogue catalogue) {
    this(catalogue, Medium.PAGE);
  }

  private PortraitCharts(Catalogue catalogue, Medium medium) {
    this.catalogue = catalogue;
    this.medium = medium;
  }

  /** The same charts for another medium. */
  PortraitCharts on(Medium other) {
    return new PortraitCharts(catalogue, other);
  }

  Drawn trend(Portrait portrait, Figures figures) {
    List<TimedValue> own =
        portrait.trend().stream()
            .filter(row -> row.own() != null)
            .map(row -> new TimedValue(at(row.day(), figures), row.own()))
            .toList();
    if (own.size() < 2) {
      return Drawn.NOTHING;
    }
    List<TimedRange> band =
        portrait.trend().stream()
            .filter(row -> row.low() != null && row.high() != null)
            .map(row -> new TimedRange(at(row.day(), figures), row.low(), row.high()))
            .toList();
    Messages messages = figures.messages();
    LineChart chart =
        LineChart.of(
                Caption.of(messages.text("portrait.trend")),
                ValueFormat.decimal(0, messages.text("unit.points")),
                figures.zone(),
                List.of(new Series(messages.text("portrait.own"), own)))
            .withBand(new Band(messages.text("portrait.band"), band));
    return drawn(chart, WIDE, 280, 240);
  }

  Drawn radar(Portrait portrait, Figures figures) {
    Map<String, Double> means =
        portrait.peerMeans().stream()
            .filter(row -> row.mean() != null)
            .collect(Collectors.toMap(PeerMeanRow::indicator, PeerMeanRow::mean));
    List<ContributionRow> axes =
        portrait.contributions().stream()
            .filter(row -> row.curveScore() != null && means.containsKey(row.indicator()))
            .sorted(Comparator.comparing(row -> -row.points() - row.lostPoints()))
            .limit(MOST_AXES)
            .sorted(Comparator.comparing(ContributionRow::indicator))
            .toList();
    if (axes.size() < FEWEST_AXES) {
      return Drawn.NOTHING;
    }
    boolean named = figures.messages().language() == Language.CHINESE;
    return new Drawn(
        svg(radar(axes, means, portrait.day(), figures, named), THIRD, 320),
        svg(radar(axes, means, portrait.day(), figures, false), NARROW, 290));
  }

  /** Long names would leave no room for the radar; ids are explained in the page's table. */
  private RadarChart radar(
      List<ContributionRow> axes,
      Map<String, Double> means,
      LocalDate day,
      Figures figures,
      boolean named) {
    Messages messages = figures.messages();
    return new RadarChart(
        new Caption(
            messages.text("portrait.radar"), messages.text("portrait.window", figures.day(day))),
        axes.stream().map(row -> named ? name(row.indicator(), figures) : row.indicator()).toList(),
        FULL_SCORE,
        new Named(
            messages.text("portrait.own"), axes.stream().map(ContributionRow::curveScore).toList()),
        Optional.of(
            new Named(
                messages.text("portrait.peer-mean"),
                axes.stream().map(row -> means.get(row.indicator())).toList())));
  }

  /** Scores of the peers that a visitor may see. */
  Drawn peers(Portrait portrait, Predicate<String> mayShow, CityModel city, Figures figures) {
    List<RankedBarChart.Bar> bars =
        portrait.peers().stream()
            .filter(row -> row.score() != null && mayShow.test(row.areaId()))
            .sorted(Comparator.comparing(PortraitRow::score).reversed())
            .map(row -> bar(row, portrait, city, figures))
            .toList();
    if (bars.isEmpty()) {
      return Drawn.NOTHING;
    }
    Messages messages = figures.messages();
    RankedBarChart chart =
        new RankedBarChart(
            new Caption(
                messages.text("portrait.peers"),
                messages.text("portrait.window", figures.day(portrait.day()))),
            ValueFormat.decimal(1, messages.text("unit.points")),
            bars,
            Optional.empty());
    int height = 30 + bars.size() * BAR;
    return drawn(chart, HALF, height, height);
  }

  private static RankedBarChart.Bar bar(
      PortraitRow row, Portrait portrait, CityModel city, Figures figures) {
    return new RankedBarChart.Bar(
        city.areaName(row.areaId(), figures.messages().language()),
        row.score(),
        row.areaId().equals(portrait.area().areaId()));
  }

  /** An indicator's value and interval, in the height of a line; empty without an interval. */
  String interval(Indicator indicator, StandingRow row, Figures figures) {
    if (row.shrunkValue() == null || row.lower() == null || row.upper() == null) {
      return "";
    }
    IndicatorWords words = new IndicatorWords(catalogue, figures);
    double most =
        DoubleStream.of(row.upper(), number(row.value()), number(row.peerValue()))
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    IntervalChart chart =
        new IntervalChart(
            new Caption(
                words.name(indicator),
                figures
                    .messages()
                    .text(
                        "portrait.interval-spoken",
                        figures.day(row.day()),
                        words.value(indicator, row.value()),
                        words.value(indicator, row.shrunkValue()),
                        words.interval(indicator, row.lower(), row.upper()),
                        words.value(indicator, row.peerValue()))),
            new IntervalChart.Scale(
                0, indicator.unit() == Unit.PERCENT ? FULL_SCORE : Math.max(1e-9, most * 1.1)),
            number(row.value()),
            row.shrunkValue(),
            row.lower(),
            row.upper(),
            number(row.peerValue()));
    return svg(chart, LINE_WIDTH, LINE_HEIGHT);
  }

  private static double number(Double value) {
    return value == null ? Double.NaN : value;
  }

  private Drawn drawn(Chart chart, int width, int height, int narrowHeight) {
    return new Drawn(svg(chart, width, height), svg(chart, NARROW, narrowHeight));
  }

  private String svg(Chart chart, int width, int height) {
    if (medium == Medium.PAPER) {
      return ChartPaper.svg(chart, width, height);
    }
    return cache.get(chart, Frame.of(HouseTheme.DESK, width, height), renderer).svg();
  }

  private String name(String indicator, Figures figures) {
    return catalogue
        .find(indicator)
        .map(found -> LocalText.of(found.name(), figures.messages().language()))
        .orElse(indicator);
  }

  private static Instant at(LocalDate day, Figures figures) {
    return day.atStartOfDay(figures.zone()).toInstant();
  }
}
