package city.chengmai.dashboard.page.special;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.page.TimeWindow;
import city.chengmai.dashboard.query.CityQueries;
import city.chengmai.dashboard.query.CityQueries.SpecialPeriodRow;
import city.chengmai.datasets.rule.AlertRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Words a special period and its comparison in one language. */
final class SpecialView {

  /** A number of a rule that holds inside. */
  public record Threshold(String rule, String parameter, String value) {}

  /** An area to choose. */
  public record Choice(String id, String name, boolean chosen) {}

  private static final AlertRules RULES = AlertRules.bundled();

  private final SpecialPeriodRow period;
  private final String area;
  private final CityModel city;
  private final CityMoment moment;
  private final Figures figures;
  private final Messages messages;

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
    SpecialComparison comparison = SpecialComparison.read(queries, period, area, city, moment);
    Instant from = comparison.from();
    Instant planned = start(period.endDay());
    Instant until = comparison.until();
    boolean begun = comparison.begun();
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
    model.put("lines", comparison.lines(figures));
    return model;
  }

  private String window(Instant from, Instant until) {
    return new TimeWindow(from.atZone(moment.zone()), until.atZone(moment.zone())).interval();
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
