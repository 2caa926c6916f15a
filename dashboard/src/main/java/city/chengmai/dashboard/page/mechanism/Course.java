package city.chengmai.dashboard.page.mechanism;

import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.LineChart;
import city.chengmai.dashboard.chart.Named;
import city.chengmai.dashboard.chart.Series;
import city.chengmai.dashboard.chart.StackedBarChart;
import city.chengmai.dashboard.chart.TimedValue;
import city.chengmai.dashboard.chart.ValueFormat;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.ChartPair;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.query.MechanismQueries.At;
import city.chengmai.dashboard.query.MechanismQueries.Span;
import city.chengmai.dashboard.query.MechanismQueries.Sums;
import city.chengmai.datasets.mechanism.Measure;
import city.chengmai.datasets.mechanism.MeasureKind.Shape;
import city.chengmai.datasets.mechanism.Mechanism;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The course of a mechanism: its figures by calendar month, or by week from Monday, of the city's
 * zone. The last month or week is not over.
 */
final class Course {

  private static final int MONTHS = 6;
  private static final int WEEKS = 12;
  private static final int WIDTH = 560;
  private static final int HEIGHT = 220;
  private static final int WHOLE = 4;

  /** A figure over time. */
  public record Drawn(String id, String name, ChartPair chart) {}

  private Course() {}

  /** The months or weeks up to a moment, oldest first. */
  static List<Span> spans(Mechanism mechanism, CityMoment moment) {
    List<Span> spans = new ArrayList<>();
    for (int back = (mechanism.weekly() ? WEEKS : MONTHS) - 1; back >= 0; back--) {
      LocalDate first = first(mechanism, moment.day(), back);
      Instant end = start(first(mechanism, moment.day(), back - 1), moment.zone());
      spans.add(
          new Span(start(first, moment.zone()), end.isAfter(moment.now()) ? moment.now() : end));
    }
    return spans;
  }

  private static LocalDate first(Mechanism mechanism, LocalDate day, int back) {
    return mechanism.weekly()
        ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(back)
        : day.withDayOfMonth(1).minusMonths(back);
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** One drawing for each figure; times before the first row are left out. */
  static List<Drawn> drawn(
      Mechanism mechanism, Sums sums, List<Span> spans, Scope scope, Figures figures) {
    int first = firstPeriod(sums, spans.size());
    return mechanism.measures().stream()
        .map(
            measure ->
                new Drawn(
                    measure.id(),
                    LocalText.of(measure.name(), figures.messages().language()),
                    chart(
                        mechanism,
                        measure,
                        values(measure, sums, spans, first, scope, mechanism),
                        spans.subList(first, spans.size()),
                        figures)))
        .toList();
  }

  private static int firstPeriod(Sums sums, int periods) {
    return IntStream.concat(
                IntStream.concat(
                    sums.services().stream()
                        .filter(row -> row.services() > 0)
                        .mapToInt(row -> row.period()),
                    sums.demands().stream().mapToInt(row -> row.period())),
                IntStream.concat(
                    IntStream.concat(
                        sums.cases().stream().mapToInt(row -> row.period()),
                        sums.arrivals().stream().mapToInt(row -> row.period())),
                    sums.registers().stream()
                        .filter(row -> row.opened() + row.ended() + row.heard() > 0)
                        .mapToInt(row -> row.period())))
            .min()
            .orElse(periods)
        - 1;
  }

  private static List<Double> values(
      Measure measure, Sums sums, List<Span> spans, int first, Scope scope, Mechanism mechanism) {
    List<Double> values = new ArrayList<>();
    for (int i = first; i < spans.size(); i++) {
      Reading reading =
          Reading.of(measure, new At(sums, i + 1, ""), scope.residents(), spans.get(i).until());
      boolean few = mechanism.personal() && scope.narrow() && reading.isFew(measure, Reader.FEWEST);
      values.add(reading.value() == null || few ? Double.NaN : reading.value());
    }
    return values;
  }

  private static ChartPair chart(
      Mechanism mechanism,
      Measure measure,
      List<Double> values,
      List<Span> spans,
      Figures figures) {
    long told = values.stream().filter(value -> !value.isNaN()).count();
    boolean counted =
        measure.kind().shape() == Shape.COUNT || measure.kind().shape() == Shape.AMOUNT;
    if (told < 2 || (counted && told < values.size())) {
      return ChartPair.NOTHING;
    }
    String name = LocalText.of(measure.name(), figures.messages().language());
    Caption caption = Caption.of(name);
    if (counted) {
      DateTimeFormatter label =
          DateTimeFormatter.ofPattern(mechanism.weekly() ? "MM-dd" : "yyyy-MM", Locale.ROOT)
              .withZone(figures.zone());
      return ChartPair.of(
          new StackedBarChart(
              caption,
              ValueFormat.decimal(small(values) ? 1 : 0, ""),
              spans.stream().map(span -> label.format(span.from())).toList(),
              List.of(new Named(name, values))),
          WIDTH,
          HEIGHT,
          HEIGHT);
    }
    List<TimedValue> points = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      points.add(new TimedValue(spans.get(i).from(), values.get(i)));
    }
    ValueFormat format =
        measure.kind().shape() == Shape.SHARE ? ValueFormat.percent(0) : ValueFormat.decimal(1, "");
    return ChartPair.of(
        LineChart.of(caption, format, figures.zone(), List.of(new Series(name, points))),
        WIDTH,
        HEIGHT,
        HEIGHT);
  }

  private static boolean small(List<Double> values) {
    return values.stream().noneMatch(value -> value >= WHOLE);
  }
}
