package city.chengmai.dashboard.page.special;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.query.CityQueries.TimeFiguresRow;
import city.chengmai.datasets.catalogue.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Words the figures of a special period beside those of another time. */
public final class SpecialLines {

  /**
   * A figure in both times.
   *
   * @param indicator catalogue id when the figure is an indicator of these times, else empty
   */
  public record Line(String indicator, String name, String now, String before, String change) {}

  private static final double MINUTES_OF_DAY = 1440;
  private static final String MEDIAN = "O03";

  private final Figures figures;
  private final Messages messages;
  private final Catalogue catalogue = Catalogue.bundled();

  SpecialLines(Figures figures) {
    this.figures = figures;
    this.messages = figures.messages();
  }

  List<Line> of(SpecialComparison comparison) {
    TimeFiguresRow now = comparison.now().orElseThrow();
    TimeFiguresRow before = comparison.before().orElseThrow();
    double days = days(comparison.from(), comparison.until());
    double daysBefore =
        days(
            SpecialComparison.start(comparison.period().comparisonFrom(), comparison.zone()),
            SpecialComparison.start(comparison.period().comparisonTo(), comparison.zone()));
    List<Line> lines = new ArrayList<>();
    lines.add(daily("special.reported", now.reported() / days, before.reported() / daysBefore));
    lines.add(daily("special.closed", now.closed() / days, before.closed() / daysBefore));
    lines.add(
        share(
            "special.in-time",
            rate(now.closedInTime(), now.closedWithDue()),
            rate(before.closedInTime(), before.closedWithDue())));
    lines.add(
        new Line(
            MEDIAN,
            LocalText.of(catalogue.indicator(MEDIAN).name(), messages.language()),
            hours(now.medianHours()),
            hours(before.medianHours()),
            difference(now.medianHours(), before.medianHours())));
    lines.add(daily("special.orders", now.orders() / days, before.orders() / daysBefore));
    lines.add(
        share(
            "special.satisfied",
            rate(now.satisfied(), now.answered()),
            rate(before.satisfied(), before.answered())));
    return lines;
  }

  private Line daily(String key, double now, double before) {
    String change = before == 0 ? Figures.NONE : figures.signed(100 * (now / before - 1), 0) + "%";
    return new Line(
        "", messages.text(key), figures.number(now, 1), figures.number(before, 1), change);
  }

  private Line share(String key, Double now, Double before) {
    boolean both = now != null && before != null;
    return new Line(
        "",
        messages.text(key),
        figures.percent(now),
        figures.percent(before),
        both
            ? messages.text("special.points", figures.signed(100 * (now - before), 1))
            : Figures.NONE);
  }

  private static Double rate(long numerator, long denominator) {
    return denominator == 0 ? null : Double.valueOf((double) numerator / denominator);
  }

  private String hours(Double hours) {
    return hours == null ? Figures.NONE : messages.text("value.hours", figures.number(hours, 1));
  }

  private String difference(Double now, Double before) {
    return now == null || before == null
        ? Figures.NONE
        : messages.text("value.hours", figures.signed(now - before, 1));
  }

  private static double days(Instant from, Instant until) {
    return Duration.between(from, until).toMinutes() / MINUTES_OF_DAY;
  }
}
