package city.chengmai.dashboard.page.bulletin;

import city.chengmai.dashboard.bulletin.Cell;
import city.chengmai.dashboard.bulletin.Section;
import city.chengmai.dashboard.bulletin.Section.Line;
import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.Chart;
import city.chengmai.dashboard.chart.ChartCache;
import city.chengmai.dashboard.chart.ChartRenderer;
import city.chengmai.dashboard.chart.Frame;
import city.chengmai.dashboard.chart.HouseTheme;
import city.chengmai.dashboard.chart.LineChart;
import city.chengmai.dashboard.chart.Named;
import city.chengmai.dashboard.chart.RankedBarChart;
import city.chengmai.dashboard.chart.Series;
import city.chengmai.dashboard.chart.StackedBarChart;
import city.chengmai.dashboard.chart.Target;
import city.chengmai.dashboard.chart.TimedValue;
import city.chengmai.dashboard.chart.ValueFormat;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.bulletin.SectionView.ChartView;
import city.chengmai.dashboard.report.ChartPaper;
import city.chengmai.dashboard.report.ChartPaper.Medium;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Draws what a section's table says. Thread-safe. */
final class BulletinCharts {

  private static final int WIDE = 760;
  private static final int HALF = 560;
  private static final int NARROW = 350;
  private static final int BAR = 24;
  private static final int MOST_UNITS = 6;
  private static final double AIM = 90;

  private static final ChartRenderer RENDERER = new ChartRenderer();
  private static final ChartCache CACHE = new ChartCache();

  private final Figures figures;
  private final Messages messages;
  private final Medium medium;

  BulletinCharts(Figures figures, Medium medium) {
    this.figures = figures;
    this.messages = figures.messages();
    this.medium = medium;
  }

  List<ChartView> of(Section section) {
    return switch (section.id()) {
      case "course" -> course(section);
      case "ranking" -> rankings(section);
      case "handling" -> handling(section);
      default -> List.of();
    };
  }

  private List<ChartView> course(Section section) {
    if (section.lines().size() < 2) {
      return List.of();
    }
    String title = messages.text("bulletin.course.title");
    LineChart chart =
        LineChart.of(
            Caption.of(title),
            ValueFormat.count(messages.text("unit.cases")),
            figures.zone(),
            List.of(series(section, 1), series(section, 2)));
    return List.of(drawn(title, chart, WIDE, 220));
  }

  private Series series(Section section, int column) {
    return new Series(
        messages.text("bulletin.column." + section.columns().get(column)),
        section.lines().stream()
            .map(line -> new TimedValue(Instant.parse(line.key()), number(line, column)))
            .toList());
  }

  private static double number(Line line, int column) {
    return line.cells().get(column) instanceof Cell.Amount amount ? amount.value() : Double.NaN;
  }

  /** One drawing for each grid type: unlike types are never ranked together. */
  private List<ChartView> rankings(Section section) {
    Map<String, List<Line>> byType = new LinkedHashMap<>();
    for (Line line : section.lines()) {
      if (line.cells().get(3) instanceof Cell.Amount) {
        String type = CellView.of(line.cells().get(1), figures).text();
        byType.computeIfAbsent(type, key -> new ArrayList<>()).add(line);
      }
    }
    List<ChartView> charts = new ArrayList<>();
    byType.forEach((type, lines) -> charts.add(ranking(type, lines)));
    return charts;
  }

  private ChartView ranking(String type, List<Line> lines) {
    String title = messages.text("bulletin.ranking.chart", type, lines.size());
    RankedBarChart chart =
        new RankedBarChart(
            Caption.of(title),
            ValueFormat.decimal(1, messages.text("unit.points")),
            lines.stream()
                .map(
                    line ->
                        new RankedBarChart.Bar(
                            CellView.of(line.cells().get(0), figures).text(),
                            number(line, 3),
                            false))
                .toList(),
            Optional.of(new Target(messages.text("bulletin.target", figures.number(AIM, 0)), AIM)));
    return drawn(title, chart, HALF, 44 + lines.size() * BAR);
  }

  private List<ChartView> handling(Section section) {
    List<Line> units =
        section.lines().stream()
            .filter(line -> !line.key().isEmpty())
            .filter(line -> line.cells().get(1) instanceof Cell.Rate rate && rate.denominator() > 0)
            .limit(MOST_UNITS)
            .toList();
    if (units.size() < 2) {
      return List.of();
    }
    String title = messages.text("bulletin.handling.chart");
    StackedBarChart chart =
        new StackedBarChart(
            Caption.of(title),
            ValueFormat.count(messages.text("unit.cases")),
            units.stream().map(line -> CellView.of(line.cells().get(0), figures).text()).toList(),
            List.of(
                layer("bulletin.in-time", units, Cell.Rate::numerator),
                layer(
                    "bulletin.not-in-time", units, rate -> rate.denominator() - rate.numerator())));
    return List.of(drawn(title, chart, WIDE, 240));
  }

  private Named layer(String key, List<Line> units, ToDoubleFunction<Cell.Rate> part) {
    return new Named(
        messages.text(key),
        units.stream().map(line -> part.applyAsDouble((Cell.Rate) line.cells().get(1))).toList());
  }

  private ChartView drawn(String title, Chart chart, int width, int height) {
    return medium == Medium.PAPER
        ? new ChartView(title, ChartPaper.svg(chart, WIDE, height), "")
        : new ChartView(
            title,
            svg(chart, Frame.of(HouseTheme.DESK, width, height)),
            svg(chart, Frame.of(HouseTheme.DESK, NARROW, height)));
  }

  private static String svg(Chart chart, Frame frame) {
    return CACHE.get(chart, frame, RENDERER).svg();
  }
}
