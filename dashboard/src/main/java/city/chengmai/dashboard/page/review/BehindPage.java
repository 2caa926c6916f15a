package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.page.TimeWindow;
import city.chengmai.dashboard.query.BehindQueries;
import city.chengmai.dashboard.query.BehindQueries.Behind;
import city.chengmai.dashboard.query.BehindQueries.EntityRow;
import city.chengmai.dashboard.query.BehindQueries.Question;
import city.chengmai.dashboard.query.Store;
import city.chengmai.datasets.calendar.HolidayCalendar;
import city.chengmai.datasets.calendar.NextWorkingDays;
import city.chengmai.datasets.catalogue.Direction;
import city.chengmai.datasets.catalogue.Indicator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The rows behind one indicator of one grid. Blocking and thread-safe. */
final class BehindPage {

  private static final int MOST = 200;

  private final CityDirectory city;
  private final BehindQueries behind;
  private final Supplier<HolidayCalendar> holidays;

  BehindPage(CityDirectory city, Store store, Supplier<HolidayCalendar> holidays) {
    this.city = city;
    this.behind = new BehindQueries(store);
    this.holidays = holidays;
  }

  Map<String, Object> model(String grid, Indicator indicator, Figures figures) {
    CityModel model = city.model();
    CityMoment moment = city.moment();
    Language language = figures.messages().language();
    Question question = question(grid, indicator, moment);
    Behind found = behind.behind(question, MOST);
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("grid", grid);
    shown.put("name", model.areaName(grid, language));
    shown.put("indicatorId", indicator.id());
    shown.put("indicator", LocalText.of(indicator.name(), language));
    shown.put("lead", figures.messages().text("behind.lead." + meaning(indicator), MOST));
    shown.put(
        "window",
        new TimeWindow(question.start().atZone(moment.zone()), moment.now().atZone(moment.zone()))
            .interval());
    shown.put("day", figures.day(moment.day()));
    shown.put("nothing", found.nothing());
    shown.put(
        "cases",
        found.cases().stream().map(row -> CaseLine.of(row, model, figures, moment.now())).toList());
    shown.put(
        "orders", found.orders().stream().map(row -> OrderLine.of(row, model, figures)).toList());
    shown.put(
        "others", found.others().stream().map(row -> EntityLine.of(row, model, figures)).toList());
    shown.put("dated", found.others().stream().anyMatch(row -> row.due() != null));
    shown.put("owned", found.others().stream().anyMatch(row -> !row.aboutId().isEmpty()));
    shown.put("cut", cut(found.others(), figures));
    return shown;
  }

  private Question question(String grid, Indicator indicator, CityMoment moment) {
    int before = TimeWindow.TRAILING_DAYS - 1;
    return new Question(
        indicator,
        city.model().gridsOf(grid),
        moment.start(before),
        moment.now(),
        moment.zone(),
        NextWorkingDays.of(
            holidays.get(), moment.day().minusDays(before), moment.day().plusDays(1)));
  }

  /** What it means that a row is listed. */
  private static String meaning(Indicator indicator) {
    if (indicator.direction() == Direction.CONTEXT) {
      return "context";
    }
    return indicator.direction() == Direction.HIGHER_IS_BETTER ? "higher" : "lower";
  }

  /** How many there are when not all are listed; else empty. */
  private static String cut(List<EntityRow> rows, Figures figures) {
    long total = rows.stream().mapToLong(EntityRow::total).max().orElse(0);
    return total <= MOST ? "" : figures.messages().text("behind.cut", figures.count(total), MOST);
  }
}
