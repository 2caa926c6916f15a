package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.GaugeChart;
import city.chengmai.dashboard.chart.Shade;
import city.chengmai.dashboard.chart.ValueFormat;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.Score;
import city.chengmai.dashboard.query.PortraitQueries;
import city.chengmai.dashboard.query.PortraitQueries.PortraitRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** How many grids have which grade, and the mean of each dimension. */
final class GradesPanel implements WallPanel<GradesPanel.Data> {

  private static final List<String> DIMENSIONS =
      List.of("overall", "management", "service", "operation");
  private static final List<String> GRADES = List.of("A", "B", "C", "D", "E", "insufficient");

  /** Scores of the base grids. */
  record Data(List<PortraitRow> scores) {}

  private final PortraitQueries portraits;
  private final WallCharts charts;

  GradesPanel(PortraitQueries portraits, WallCharts charts) {
    this.portraits = portraits;
    this.charts = charts;
  }

  @Override
  public String id() {
    return "grades";
  }

  @Override
  public Pace pace() {
    return Pace.SLOW;
  }

  @Override
  public Data read(CityModel city, CityMoment moment) {
    return new Data(
        portraits.portraits(moment.day()).stream()
            .filter(row -> city.area(row.areaId()).filter(CityModel::isBaseGrid).isPresent())
            .toList());
  }

  @Override
  public Map<String, Object> model(Data data, CityModel city, Figures figures) {
    List<Gauge> gauges = DIMENSIONS.stream().map(d -> gauge(data, d, figures)).toList();
    Map<String, Long> counts = new LinkedHashMap<>();
    GRADES.forEach(grade -> counts.put(grade, count(data, grade)));
    return Map.of(
        "gauges", data.scores().isEmpty() ? List.of() : gauges, "segments", segments(counts));
  }

  /** A drawn gauge with its name. */
  public record Gauge(String name, String drawing, String grade, String style) {}

  /**
   * A part of the bar.
   *
   * @param from where it begins, in thousandths of the bar
   * @param width how long it is
   */
  public record Segment(String grade, long count, long from, long width) {}

  private static List<Segment> segments(Map<String, Long> counts) {
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    List<Segment> segments = new ArrayList<>();
    long before = 0;
    for (Map.Entry<String, Long> entry : counts.entrySet()) {
      long from = total == 0 ? 0 : 1000 * before / total;
      before += entry.getValue();
      long to = total == 0 ? 0 : 1000 * before / total;
      segments.add(new Segment(entry.getKey(), entry.getValue(), from, to - from));
    }
    return segments;
  }

  private static long count(Data data, String grade) {
    return data.scores().stream()
        .filter(row -> row.dimension().equals("overall") && row.grade().equals(grade))
        .count();
  }

  private Gauge gauge(Data data, String dimension, Figures figures) {
    Messages messages = figures.messages();
    String name = messages.text("dimension." + dimension);
    OptionalDouble mean =
        data.scores().stream()
            .filter(row -> row.dimension().equals(dimension))
            .map(PortraitRow::score)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .average();
    Shade shade =
        mean.isPresent() ? Shade.grade(Score.scheme().gradeOf(mean.getAsDouble())) : Shade.NONE;
    GaugeChart chart =
        new GaugeChart(
            Caption.of(name), ValueFormat.decimal(1, ""), mean.orElse(Double.NaN), 100, shade, " ");
    String style = shade == Shade.NONE ? "none" : shade.sign().toLowerCase(Locale.ROOT);
    return new Gauge(name, charts.small(chart), shade.sign(), style);
  }

  @Override
  public boolean awaited(Data data) {
    return data.scores().isEmpty();
  }

  @Override
  public Optional<Instant> productTime(Data data) {
    return data.scores().stream().map(PortraitRow::dataAsOf).max(Instant::compareTo);
  }
}
