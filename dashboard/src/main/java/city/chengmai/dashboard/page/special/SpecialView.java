package city.chengmai.dashboard.page.special;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.page.TimeWindow;
import city.chengmai.dashboard.query.CityQueries;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.CityQueries.SpecialPeriodRow;
import city.chengmai.dashboard.query.CityQueries.TimeFiguresRow;
import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.rule.AlertRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Words a special period and its comparison in one language. */
final class SpecialView {

  /**
   * A figure in both times.
   *
   * @param indicator catalogue id when the figure is an indicator of these times, else empty
   */
  public record Line(String indicator, String name, String now, String before, String change) {}

  /** A number of a rule that holds inside. */
  public record Threshold(String rule, String parameter, String value) {}

  /** An area to choose. */
  public record Choice(String id, String name, boolean chosen) {}

  private static final AlertRules RULES = AlertRules.bundled();
  private static final double MINUTES_OF_DAY = 1440;
  private static final String MEDIAN = "O03";

  private final SpecialPeriodRow period;
  private final String area;
  private final CityModel city;
  private final CityMoment moment;
  private final Figures figures;
  private final Messages messages;
  private final Catalogue catalogue = Catalogue.bundled();

  SpecialView(
      SpecialPeriodRow period, String area, CityModel city, CityMoment moment, Figures figures) {
    this.period = period;
    this.area = area;
    this.city = city;
    this.moment = moment;
    this.figures = figures;
    this.messages = figures.messages();
  }

  Map<String, Object> model(CityQueries queries) {
    Instant from = start(period.firstDay());
    Instant planned = start(period.endDay());
    Instant until = moment.now().isBefore(planned) ? moment.now() : planned;
    boolean begun = from.isBefore(until);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", period.periodId());
    model.put("name", pick(period.nameZh(), period.nameEn()));
    model.put("from", figures.day(period.firstDay()));
    model.put("last", figures.day(period.endDay().minusDays(1)));
    model.put("comparison", pick(period.comparisonZh(), period.comparisonEn()));
    model.put("comparisonFrom", figures.day(period.comparisonFrom()));
    model.put("comparisonLast", figures.day(period.comparisonTo().minusDays(1)));
    model.put("begun", begun);
    model.put("window", begun ? window(from, until) : "");
    model.put("windowBefore", window(start(period.comparisonFrom()), start(period.comparisonTo())));
    model.put("running", begun && until.isBefore(planned));
    model.put("until", figures.fullMoment(until));
    model.put("where", where());
    model.put("area", area);
    model.put("areaName", areaName());
    model.put("choices", choices());
    model.put("overrides", overrides());
    model.put("lines", begun ? lines(queries, from, until) : List.of());
    return model;
  }

  private String window(Instant from, Instant until) {
    return new TimeWindow(from.atZone(moment.zone()), until.atZone(moment.zone())).interval();
  }

  private List<Line> lines(CityQueries queries, Instant from, Instant until) {
    List<String> grids = grids();
    Instant beforeFrom = start(period.comparisonFrom());
    Instant beforeUntil = start(period.comparisonTo());
    TimeFiguresRow now = queries.figures(grids, from, until);
    TimeFiguresRow before = queries.figures(grids, beforeFrom, beforeUntil);
    double days = days(from, until);
    double daysBefore = days(beforeFrom, beforeUntil);
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

  /** The chosen area, or those that the period holds in; nothing for the whole city. */
  private List<String> grids() {
    List<String> areas = area.isEmpty() ? period.areas() : List.of(area);
    boolean everywhere =
        areas.isEmpty() || city.root().map(root -> areas.contains(root.areaId())).orElse(true);
    return everywhere
        ? List.of()
        : city.areas().stream()
            .filter(one -> one.level().equals("grid") && below(one, areas))
            .map(AreaRow::areaId)
            .toList();
  }

  private boolean below(AreaRow grid, List<String> areas) {
    Optional<AreaRow> at = Optional.of(grid);
    while (at.isPresent()) {
      if (areas.contains(at.get().areaId())) {
        return true;
      }
      at = at.get().overlay() == 1 ? Optional.empty() : city.area(at.get().parentId());
    }
    return false;
  }

  private List<Choice> choices() {
    return city.baseGrids().stream()
        .map(
            grid ->
                new Choice(
                    grid.areaId(),
                    city.areaName(grid.areaId(), messages.language()),
                    grid.areaId().equals(area)))
        .toList();
  }

  private String areaName() {
    return area.isEmpty() ? where() : city.areaName(area, messages.language());
  }

  private String where() {
    return period.areas().isEmpty()
        ? messages.text("effect.all-areas")
        : String.join(
            messages.text("file.list-between"),
            period.areas().stream().map(id -> city.areaName(id, messages.language())).toList());
  }

  private List<Threshold> overrides() {
    List<Threshold> lines = new ArrayList<>();
    new TreeMap<>(period.overrides())
        .forEach(
            (key, value) -> {
              int dot = key.indexOf('.');
              String parameter = key.substring(dot + 1);
              lines.add(
                  new Threshold(
                      rule(key.substring(0, dot)),
                      messages.textOr("rule.parameter." + parameter, parameter),
                      figures.amount(value)));
            });
    return lines;
  }

  private String rule(String id) {
    return RULES.find(id).map(found -> LocalText.of(found.name(), messages.language())).orElse(id);
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(moment.zone()).toInstant();
  }

  private String pick(String chinese, String english) {
    return messages.language() == Language.CHINESE ? chinese : english;
  }
}
