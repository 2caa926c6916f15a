package city.chengmai.dashboard.page.explore;

import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.LineChart;
import city.chengmai.dashboard.chart.RankedBarChart;
import city.chengmai.dashboard.chart.Series;
import city.chengmai.dashboard.chart.Target;
import city.chengmai.dashboard.chart.TimedValue;
import city.chengmai.dashboard.chart.ValueFormat;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.ChartPair;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.IndicatorWords;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.ExploreQueries.ValueRow;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Direction;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.catalogue.Unit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** An indicator of areas side by side, or of one over time. */
final class IndicatorTable {

  /**
   * An area or a time.
   *
   * @param value with its unit, or a word when there is none
   * @param fraction numerator and denominator
   * @param further address of what lies below; empty when there is nothing
   * @param behind id of the grid whose rows behind the value can be shown; empty for none
   */
  public record Line(
      String key,
      String name,
      String value,
      boolean measured,
      String fraction,
      String asOf,
      String further,
      String behind) {}

  private static final int WIDE = 1_180;
  private static final int HEIGHT = 260;
  private static final int BAR = 26;
  private static final int HEAD = 30;
  private static final int FEWEST = 2;

  private final IndicatorWish wish;
  private final CityModel city;
  private final Areas areas;
  private final boolean current;
  private final Figures figures;
  private final Messages messages;
  private final IndicatorWords words;

  /**
   * A table of what was wished for.
   *
   * @param today the city's day: rows can be shown behind its values alone
   */
  IndicatorTable(
      IndicatorWish wish, CityModel city, Areas areas, LocalDate today, Figures figures) {
    this.wish = wish;
    this.city = city;
    this.areas = areas;
    this.current = wish.period() == Period.WINDOW && !wish.day().isBefore(today);
    this.figures = figures;
    this.messages = figures.messages();
    this.words = new IndicatorWords(Catalogue.bundled(), figures);
  }

  /** Areas, the best first, then those without a value in the city's order. */
  List<Line> areas(List<ValueRow> rows) {
    Comparator<Line> best =
        Comparator.comparing(line -> value(line.key(), rows), order(wish.indicator()));
    return areas.below(wish.area()).stream().map(area -> line(area, rows)).sorted(best).toList();
  }

  private static Double value(String area, List<ValueRow> rows) {
    return row(area, rows).map(ValueRow::value).orElse(null);
  }

  private static Optional<ValueRow> row(String area, List<ValueRow> rows) {
    return rows.stream().filter(row -> row.areaId().equals(area)).findFirst();
  }

  private static Comparator<Double> order(Indicator indicator) {
    Comparator<Double> natural = Comparator.naturalOrder();
    return Comparator.nullsLast(
        indicator.direction() == Direction.LOWER_IS_BETTER ? natural : natural.reversed());
  }

  private Line line(AreaRow area, List<ValueRow> rows) {
    Optional<ValueRow> row = row(area.areaId(), rows);
    boolean deeper = !areas.below(area).isEmpty();
    return line(
        area.areaId(),
        city.areaName(area.areaId(), messages.language()),
        row,
        wish.of(area.areaId(), deeper ? IndicatorWish.AREAS : IndicatorWish.TIME),
        current && area.level().equals("grid") ? area.areaId() : "");
  }

  /** Times, the latest first. */
  List<Line> times(List<ValueRow> rows) {
    return rows.stream()
        .map(
            row ->
                line(
                    row.day().toString(),
                    messages.text(
                        "explore.period-at",
                        messages.text("period." + wish.period().wireName()),
                        row.day().toString()),
                    Optional.of(row),
                    "",
                    ""))
        .toList();
  }

  /** The chosen area itself. */
  Line own(List<ValueRow> rows) {
    return line(
        wish.area().areaId(),
        city.areaName(wish.area().areaId(), messages.language()),
        row(wish.area().areaId(), rows),
        "",
        "");
  }

  private Line line(
      String key, String name, Optional<ValueRow> row, String further, String behind) {
    Double value = row.map(ValueRow::value).orElse(null);
    Indicator indicator = wish.indicator();
    return new Line(
        key,
        name,
        value == null
            ? messages.text("state." + row.map(ValueRow::state).orElse("no-data"))
            : words.value(indicator, value),
        value != null,
        row.map(one -> words.fraction(indicator, one.numerator(), one.denominator()))
            .orElse(Figures.NONE),
        row.map(one -> figures.fullMoment(one.dataAsOf())).orElse(Figures.NONE),
        further,
        behind);
  }

  /** Areas with a value as bars, the chosen area's own value as a mark. */
  ChartPair bars(List<ValueRow> rows) {
    List<RankedBarChart.Bar> bars =
        areas.below(wish.area()).stream()
            .flatMap(area -> row(area.areaId(), rows).stream())
            .filter(row -> row.value() != null)
            .sorted(Comparator.comparing(ValueRow::value, order(wish.indicator())))
            .map(
                row ->
                    new RankedBarChart.Bar(
                        city.areaName(row.areaId(), messages.language()), row.value(), false))
            .toList();
    if (bars.size() < FEWEST) {
      return ChartPair.NOTHING;
    }
    int height = HEAD + bars.size() * BAR;
    Optional<Target> whole =
        Optional.ofNullable(value(wish.area().areaId(), rows))
            .map(value -> new Target(own(rows).name(), value));
    return ChartPair.of(
        new RankedBarChart(new Caption(name(), at(rows)), format(), bars, whole),
        WIDE,
        height,
        height);
  }

  /** Values over time as a line. */
  ChartPair line(List<ValueRow> rows) {
    List<TimedValue> points =
        rows.stream()
            .sorted(Comparator.comparing(ValueRow::day))
            .map(
                row ->
                    new TimedValue(
                        row.day().atStartOfDay(figures.zone()).toInstant(),
                        row.value() == null ? Double.NaN : row.value()))
            .toList();
    if (points.stream().filter(point -> !Double.isNaN(point.value())).count() < FEWEST) {
      return ChartPair.NOTHING;
    }
    String name = city.areaName(wish.area().areaId(), messages.language());
    return ChartPair.of(
        LineChart.of(
            Caption.of(name()), format(), figures.zone(), List.of(new Series(name, points))),
        WIDE,
        HEIGHT,
        HEIGHT);
  }

  /** Of which time the latest of these values is, in words; empty without any. */
  String at(List<ValueRow> rows) {
    return rows.isEmpty()
        ? ""
        : messages.text(
            "explore.period-at",
            messages.text("period." + wish.period().wireName()),
            figures.day(rows.get(0).day()));
  }

  private String name() {
    return words.name(wish.indicator());
  }

  private ValueFormat format() {
    Unit unit = wish.indicator().unit();
    return unit == Unit.PERCENT
        ? ValueFormat.decimal(1, "%")
        : ValueFormat.decimal(
            unit == Unit.HOURS ? 1 : 2,
            unit == Unit.HOURS ? messages.text("indicators.unit.hours") : "");
  }
}
