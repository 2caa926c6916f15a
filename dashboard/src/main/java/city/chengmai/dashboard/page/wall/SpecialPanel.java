package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.special.SpecialComparison;
import city.chengmai.dashboard.query.CityQueries;
import city.chengmai.dashboard.query.CityQueries.SpecialPeriodRow;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The special period that runs, else the next one, else the last, beside another time. */
final class SpecialPanel implements WallPanel<SpecialPanel.Data> {

  /**
   * What it shows.
   *
   * @param comparison empty when the city has no special period
   * @param day today
   */
  record Data(Optional<SpecialComparison> comparison, LocalDate day) {}

  private final CityQueries queries;

  SpecialPanel(CityQueries queries) {
    this.queries = queries;
  }

  @Override
  public String id() {
    return "special";
  }

  @Override
  public Pace pace() {
    return Pace.SLOW;
  }

  @Override
  public Data read(CityModel city, CityMoment moment) {
    return new Data(
        chosen(queries.specialPeriods(), moment.day())
            .map(period -> SpecialComparison.read(queries, period, "", city, moment)),
        moment.day());
  }

  static Optional<SpecialPeriodRow> chosen(List<SpecialPeriodRow> periods, LocalDate day) {
    Comparator<SpecialPeriodRow> byStart = Comparator.comparing(SpecialPeriodRow::firstDay);
    Optional<SpecialPeriodRow> running =
        periods.stream()
            .filter(one -> !one.firstDay().isAfter(day) && one.endDay().isAfter(day))
            .max(byStart);
    return running
        .or(() -> periods.stream().filter(one -> one.firstDay().isAfter(day)).min(byStart))
        .or(() -> periods.stream().max(Comparator.comparing(SpecialPeriodRow::endDay)));
  }

  @Override
  public Map<String, Object> model(Data data, CityModel city, Figures figures) {
    if (data.comparison().isEmpty()) {
      return Map.of("name", "");
    }
    SpecialComparison comparison = data.comparison().get();
    SpecialPeriodRow period = comparison.period();
    boolean chinese = figures.messages().language() == Language.CHINESE;
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("name", chinese ? period.nameZh() : period.nameEn());
    model.put("from", figures.day(period.firstDay()));
    model.put("last", figures.day(period.endDay().minusDays(1)));
    model.put("other", chinese ? period.comparisonZh() : period.comparisonEn());
    model.put("state", state(period, data.day(), figures));
    model.put("lines", comparison.lines(figures));
    return model;
  }

  private static String state(SpecialPeriodRow period, LocalDate day, Figures figures) {
    if (period.firstDay().isAfter(day)) {
      return figures
          .messages()
          .text("special.begins-in", ChronoUnit.DAYS.between(day, period.firstDay()));
    }
    long days = ChronoUnit.DAYS.between(period.firstDay(), period.endDay());
    return period.endDay().isAfter(day)
        ? figures
            .messages()
            .text("special.day-of", ChronoUnit.DAYS.between(period.firstDay(), day) + 1, days)
        : figures.messages().text("special.over");
  }
}
