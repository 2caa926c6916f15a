package city.chengmai.dashboard.bulletin;

import city.chengmai.dashboard.bulletin.Cell.Amount;
import city.chengmai.dashboard.bulletin.Cell.Change;
import city.chengmai.dashboard.bulletin.Cell.Rate;
import city.chengmai.dashboard.bulletin.Section.Line;
import city.chengmai.dashboard.query.BulletinQueries.CountsRow;
import city.chengmai.dashboard.query.BulletinQueries.CourseRow;
import city.chengmai.dashboard.query.BulletinQueries.ValueRow;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.catalogue.Unit;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The figures that come first: of the period and of the one before, and their course. */
final class KeyFigures {

  /** Indicators of the whole city that every bulletin opens with. */
  static final List<String> TOLD =
      List.of("M02", "M03", "M04", "M05", "M07", "M09", "S01", "S02", "S03", "O03");

  private static final Cell NOT_COUNTED = new Rate(null, 0, 0, Rounded.COUNT, 0, "no-data");
  private static final Catalogue CATALOGUE = Catalogue.bundled();

  private final Making making;

  KeyFigures(Making making) {
    this.making = making;
  }

  Section figures(List<ValueRow> values) {
    List<Line> lines =
        new ArrayList<>(
            counts(
                making.queries().counts(making.from(), making.until()),
                making.before().map(this::counted)));
    TOLD.forEach(id -> lines.add(indicator(CATALOGUE.indicator(id), values)));
    return Section.of("figures", List.of("figure", "now", "before", "change"), lines);
  }

  private CountsRow counted(Period period) {
    return making.queries().counts(period.from(making.zone()), period.until(making.zone()));
  }

  /** Counts beside those of the period before, which is no zero where the city had not begun. */
  static List<Line> counts(CountsRow now, Optional<CountsRow> then) {
    return List.of(
        count("reported", now, then, CountsRow::reported),
        count("closed", now, then, CountsRow::closed),
        count("open", now, then, CountsRow::open),
        count("overdue", now, then, CountsRow::overdue),
        count("orders", now, then, CountsRow::orders));
  }

  private static Line count(
      String name, CountsRow now, Optional<CountsRow> then, ToLongFunction<CountsRow> count) {
    long value = count.applyAsLong(now);
    Optional<Long> before = then.map(count::applyAsLong);
    return Line.of(
        name,
        Naming.message("bulletin.count." + name),
        Amount.count(value),
        before.<Cell>map(Amount::count).orElse(NOT_COUNTED),
        before
            .<Cell>map(old -> new Change((double) value - old, 0, Rounded.COUNT))
            .orElse(Cell.NOTHING));
  }

  private Line indicator(Indicator indicator, List<ValueRow> values) {
    Rate now = rate(indicator, values, making.period().first());
    Rate before = rate(indicator, values, making.period().before().first());
    return Line.of(
        indicator.id(), Naming.indicator(indicator.id()), now, before, change(now, before));
  }

  static Cell change(Rate now, Rate before) {
    return now.value() == null || before.value() == null
        ? Cell.NOTHING
        : new Change(now.value() - before.value(), now.decimals(), points(now.unit()));
  }

  /** The difference of two shares is told in points. */
  private static String points(String unit) {
    return unit.equals(Rounded.PERCENT) ? Rounded.POINTS : unit;
  }

  static Rate rate(Indicator indicator, List<ValueRow> values, LocalDate day) {
    String unit = indicator.unit().name().toLowerCase(Locale.ROOT);
    int decimals = indicator.unit() == Unit.CASES || indicator.unit() == Unit.ORDERS ? 2 : 1;
    return values.stream()
        .filter(row -> row.indicator().equals(indicator.id()) && row.day().equals(day))
        .findFirst()
        .map(
            row ->
                new Rate(
                    row.value(), row.numerator(), row.denominator(), unit, decimals, row.state()))
        .orElseGet(() -> new Rate(null, 0, 0, unit, decimals, "no-data"));
  }

  /** Cases by hour of a day, by day of a longer time. */
  Section course() {
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern(making.daily() ? "HH:mm" : "MM-dd", Locale.ROOT);
    List<Line> lines =
        making
            .queries()
            .course(making.from(), making.until(), making.zone(), making.daily())
            .stream()
            .map(row -> point(row, format.format(row.at().atZone(making.zone()))))
            .toList();
    return Section.of("course", List.of("time", "reported", "closed"), lines);
  }

  private static Line point(CourseRow row, String label) {
    return Line.of(
        row.at().toString(),
        Cell.Words.name(label),
        Amount.count(row.reported()),
        Amount.count(row.closed()));
  }
}
