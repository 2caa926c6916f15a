package city.chengmai.dashboard.page.record;

import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.LineChart;
import city.chengmai.dashboard.chart.Series;
import city.chengmai.dashboard.chart.TimedValue;
import city.chengmai.dashboard.chart.ValueFormat;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.ChartPair;
import city.chengmai.dashboard.page.files.FileDesk;
import city.chengmai.dashboard.page.record.Drift.Comparison;
import city.chengmai.dashboard.query.RecordQueries.DriftRow;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The drift of what each app says of each field, against the records. */
final class DriftBoard {

  private static final int DRAWN = 4;
  private static final int SMALLEST_MONTH = 3;
  private static final int WIDTH = 760;
  private static final int HEIGHT = 260;

  /** An app and a field. */
  public record Line(
      String app,
      String appName,
      String kind,
      String field,
      String compared,
      String median,
      String slope,
      String interval,
      String state,
      String stateKey) {}

  private record Source(String app, String kind, String field) {}

  private final RecordWords words;
  private final Figures figures;

  DriftBoard(FileDesk desk) {
    this.words = new RecordWords(desk);
    this.figures = desk.figures();
  }

  /** A line for each app and field, those with most comparisons first. */
  List<Line> lines(List<DriftRow> rows) {
    return sorted(rows).entrySet().stream().map(one -> line(one.getKey(), one.getValue())).toList();
  }

  private Line line(Source source, List<DriftRow> rows) {
    Drift drift = Drift.of(comparisons(rows));
    boolean few = drift.state() == Drift.State.FEW;
    String key = drift.state().name().toLowerCase(Locale.ROOT);
    return new Line(
        source.app(),
        words.app(source.app()),
        words.kind(source.kind()),
        words.field(source.kind(), source.field()),
        figures.count(rows.size())
            + (rows.size() < rows.get(0).total() ? " / " + figures.count(rows.get(0).total()) : ""),
        percent(drift.median()),
        few ? Figures.NONE : percent(drift.slope()),
        few ? "" : percent(drift.lower()) + " – " + percent(drift.upper()),
        figures.messages().text("records.drift." + key, Drift.SMALLEST),
        key);
  }

  /** Medians by month, of months with a few comparisons; nothing where no source has two. */
  ChartPair chart(List<DriftRow> rows) {
    List<Series> series = new ArrayList<>();
    sorted(rows)
        .forEach(
            (source, own) -> {
              List<TimedValue> points = months(own);
              if (points.size() > 1 && series.size() < DRAWN) {
                series.add(new Series(name(source), points));
              }
            });
    return series.isEmpty()
        ? ChartPair.NOTHING
        : ChartPair.of(
            LineChart.of(
                Caption.of(figures.messages().text("records.drift-chart")),
                ValueFormat.percent(0),
                figures.zone(),
                series),
            WIDTH,
            HEIGHT,
            HEIGHT);
  }

  private String name(Source source) {
    return words.app(source.app()) + " · " + words.field(source.kind(), source.field());
  }

  private List<TimedValue> months(List<DriftRow> rows) {
    ZoneId zone = figures.zone();
    Map<YearMonth, List<Double>> byMonth =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> YearMonth.from(row.foundAt().atZone(zone)),
                    TreeMap::new,
                    Collectors.mapping(DriftRow::deviation, Collectors.toList())));
    List<TimedValue> points = new ArrayList<>();
    byMonth.forEach(
        (month, values) -> {
          if (values.size() >= SMALLEST_MONTH) {
            Instant first = month.atDay(1).atStartOfDay(zone).toInstant();
            points.add(new TimedValue(first, Drift.median(values.stream().sorted().toList())));
          }
        });
    return points;
  }

  private static Map<Source, List<DriftRow>> sorted(List<DriftRow> rows) {
    Map<Source, List<DriftRow>> sources =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> new Source(row.app(), row.recordKind(), row.field()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Map<Source, List<DriftRow>> sorted = new LinkedHashMap<>();
    sources.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Source, List<DriftRow>> one) -> -one.getValue().size()))
        .forEach(one -> sorted.put(one.getKey(), one.getValue()));
    return sorted;
  }

  private static List<Comparison> comparisons(List<DriftRow> rows) {
    return rows.stream().map(row -> new Comparison(row.foundAt(), row.deviation())).toList();
  }

  private String percent(double share) {
    return figures.signed(100 * share, 1) + "%";
  }
}
