package city.chengmai.dashboard.bulletin;

import city.chengmai.dashboard.bulletin.Cell.Amount;
import city.chengmai.dashboard.bulletin.Cell.Moment;
import city.chengmai.dashboard.bulletin.Cell.Words;
import city.chengmai.dashboard.bulletin.Section.Line;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import city.chengmai.dashboard.query.BulletinQueries.RestatedRow;
import city.chengmai.dashboard.query.BulletinQueries.ScoreRow;
import city.chengmai.dashboard.query.BulletinQueries.ValueRow;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.catalogue.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * What to hold against the figures: corrections of earlier ones, and what could not be computed.
 */
final class LimitSections {

  private static final int RESTATED = 20;
  private static final int MOST = 1_000;
  private static final Catalogue CATALOGUE = Catalogue.bundled();

  private final Making making;

  LimitSections(Making making) {
    this.making = making;
  }

  /** Published figures that were corrected in the period. */
  Section restated() {
    List<RestatedRow> rows = making.queries().restated(making.from(), making.until(), RESTATED);
    List<Line> lines = rows.stream().map(this::restated).toList();
    int total = rows.isEmpty() ? 0 : (int) Math.min(rows.get(0).total(), MOST * (long) MOST);
    return new Section(
        "restated",
        List.of("measure", "area", "window", "old", "new", "reason", "at"),
        lines,
        total - lines.size());
  }

  private Line restated(RestatedRow row) {
    return Line.of(
        row.measure()
            + "|"
            + row.period()
            + "|"
            + row.day()
            + "|"
            + row.areaId()
            + "|"
            + row.restatedAt(),
        measure(row.measure()),
        making.naming().area(row.areaId()),
        Naming.message(
            "bulletin.window",
            Naming.messageOr("bulletin.window." + row.period(), row.period()),
            Words.name(row.day().toString())),
        value(row.measure(), row.oldValue(), row.oldState()),
        value(row.measure(), row.newValue(), row.newState()),
        Naming.messageOr("bulletin.reason." + row.reason(), row.reason()),
        new Moment(row.restatedAt()));
  }

  private static Words measure(String measure) {
    String portrait = "portrait.";
    return measure.startsWith(portrait)
        ? Naming.message(
            "bulletin.score-of",
            Naming.messageOr("dimension." + measure.substring(portrait.length()), measure))
        : Naming.indicator(measure);
  }

  private static Cell value(String measure, Double value, String state) {
    if (value == null) {
      return Naming.messageOr("state." + state, state);
    }
    String unit =
        CATALOGUE
            .find(measure)
            .map(Indicator::unit)
            .map(LimitSections::unit)
            .orElse(Rounded.POINTS);
    return new Amount(value, 2, unit);
  }

  private static String unit(Unit unit) {
    return unit.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** What could not be computed, and why. */
  Section gaps(
      List<ValueRow> values, List<ScoreRow> scores, List<AlertRow> silent, long unlocated) {
    List<Line> lines = new ArrayList<>();
    for (Indicator indicator : CATALOGUE.indicators()) {
      Cell.Rate now = KeyFigures.rate(indicator, values, making.period().first());
      if (now.value() == null) {
        lines.add(gap(indicator.id(), Naming.indicator(indicator.id()), reason(now, indicator)));
      }
    }
    scores.stream()
        .filter(row -> row.score() == null)
        .forEach(
            row ->
                lines.add(
                    gap(
                        "grid " + row.areaId(),
                        making.naming().area(row.areaId()),
                        Naming.message("bulletin.gap.no-score"))));
    if (scores.isEmpty()) {
      lines.add(
          gap(
              "portraits",
              Naming.message("bulletin.gap.portraits"),
              Naming.message("bulletin.gap.not-computed")));
    }
    silent.forEach(
        alert ->
            lines.add(
                gap(
                    "feed " + alert.subject(),
                    making.naming().feed(alert.subject()),
                    Naming.message("bulletin.gap.silent"))));
    if (unlocated > 0) {
      lines.add(
          gap(
              "unlocated",
              Naming.message("bulletin.unlocated"),
              Naming.message("bulletin.gap.unlocated", Words.name(String.valueOf(unlocated)))));
    }
    return Section.of("gaps", List.of("what", "why"), lines);
  }

  private static Line gap(String key, Words what, Words why) {
    return Line.of(key, what, why);
  }

  private static Words reason(Cell.Rate rate, Indicator indicator) {
    return rate.state().equals("insufficient")
        ? Naming.message(
            "bulletin.gap.insufficient",
            Words.name(number(rate.denominator())),
            Words.name(String.valueOf(indicator.smallestSample())))
        : Naming.messageOr("bulletin.gap." + rate.state(), rate.state());
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
