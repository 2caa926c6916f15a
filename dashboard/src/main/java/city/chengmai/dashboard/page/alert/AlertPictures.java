package city.chengmai.dashboard.page.alert;

import city.chengmai.dashboard.chart.Band;
import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.Frame;
import city.chengmai.dashboard.chart.GridMap;
import city.chengmai.dashboard.chart.GridMapRenderer;
import city.chengmai.dashboard.chart.HouseTheme;
import city.chengmai.dashboard.chart.LineChart;
import city.chengmai.dashboard.chart.Series;
import city.chengmai.dashboard.chart.TimedRange;
import city.chengmai.dashboard.chart.TimedValue;
import city.chengmai.dashboard.chart.ValueFormat;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.ChartPair;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.GridPicture;
import city.chengmai.dashboard.query.AlertQueries.FindingRow;
import city.chengmai.dashboard.query.PortraitQueries.PortraitRow;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Draws where an alert is and how its counts went on. */
final class AlertPictures {

  private static final int DAY = 24;
  private static final int WIDTH = 1160;
  private static final int HEIGHT = 260;
  private static final Frame MAP = Frame.of(HouseTheme.DESK, 520, 420);

  private final CityModel city;
  private final Figures figures;
  private final Messages messages;

  AlertPictures(CityModel city, Figures figures) {
    this.city = city;
    this.figures = figures;
    this.messages = figures.messages();
  }

  /** All grids by grade, those of the alert marked; empty text for a city without grids. */
  String map(AlertFile file, List<PortraitRow> scores) {
    if (city.baseGrids().isEmpty()) {
      return "";
    }
    Map<String, String> grades =
        scores.stream()
            .filter(row -> row.dimension().equals("overall"))
            .collect(Collectors.toMap(PortraitRow::areaId, PortraitRow::grade, (a, b) -> a));
    GridMap map = new GridPicture(city, messages).map(grades, places(file), true);
    return new GridMapRenderer().svg(marked(map, file.latest()), MAP);
  }

  private GridMap marked(GridMap map, FindingRow finding) {
    return finding.longitude() == null || finding.latitude() == null
        ? map
        : map.with(
            new GridMap.Spot(
                finding.longitude(),
                finding.latitude(),
                finding.radius() == null ? 0 : finding.radius(),
                messages.text("alert.place")));
  }

  private static Set<String> places(AlertFile file) {
    Set<String> places = new LinkedHashSet<>();
    file.findings()
        .forEach(
            finding -> {
              places.add(finding.areaId());
              places.addAll(finding.areas());
            });
    return places;
  }

  /** Counts and what was expected, of the findings of one series; nothing for fewer than 2. */
  ChartPair course(AlertFile file) {
    List<FindingRow> series = series(file);
    if (series.size() < 2) {
      return ChartPair.NOTHING;
    }
    LineChart chart =
        LineChart.of(
                Caption.of(messages.text("alert.course")),
                ValueFormat.count(""),
                figures.zone(),
                List.of(
                    new Series(
                        messages.text("alert.observed"),
                        series.stream()
                            .map(one -> new TimedValue(one.periodStart(), one.observed()))
                            .toList())))
            .withPrevious(
                new Series(
                    messages.text("alert.expected"),
                    series.stream()
                        .map(one -> new TimedValue(one.periodStart(), one.expected()))
                        .toList()));
    List<TimedRange> ranges =
        series.stream()
            .filter(one -> one.lower() != null && one.upper() != null)
            .filter(one -> one.lower() <= one.upper())
            .map(one -> new TimedRange(one.periodStart(), one.lower(), one.upper()))
            .toList();
    LineChart drawn =
        ranges.size() < series.size()
            ? chart
            : chart.withBand(new Band(messages.text("alert.interval"), ranges));
    return ChartPair.of(drawn, WIDTH, HEIGHT, HEIGHT);
  }

  /**
   * Findings that can be compared: of one rule, area and category, and over one length of time. An
   * hour, a day and a week of one flood stand on no common line; the length with most of them does.
   */
  private static List<FindingRow> series(AlertFile file) {
    FindingRow latest = file.latest();
    return file.findings().stream()
        .filter(finding -> finding.areaId().equals(latest.areaId()))
        .filter(finding -> finding.rule().equals(latest.rule()))
        .filter(finding -> finding.category().equals(latest.category()))
        .filter(finding -> finding.expected() != null)
        .sorted(Comparator.comparing(FindingRow::periodStart))
        .collect(Collectors.groupingBy(AlertPictures::hours, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .max(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }

  /** Length of a finding; a day is one of 24 hours also where the clocks change. */
  private static long hours(FindingRow finding) {
    long hours = Duration.between(finding.periodStart(), finding.periodEnd()).toHours();
    return hours < DAY - 1 ? hours : DAY * Math.round((double) hours / DAY);
  }
}
