package city.chengmai.dashboard.page.inspection;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.TimeWindow;
import city.chengmai.dashboard.query.InspectionQueries;
import city.chengmai.dashboard.query.InspectionQueries.ContactRow;
import city.chengmai.dashboard.query.InspectionQueries.OffenderRow;
import city.chengmai.dashboard.query.InspectionQueries.PlannedRow;
import city.chengmai.dashboard.query.Store;
import city.chengmai.datasets.rule.AlertRules;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of inspections. */
public final class InspectionRoutes implements RouteGroup {

  private static final Duration TOGETHER = Duration.ofDays(14);
  private static final int QUARTER_DAYS = 90;
  private static final int HALF_YEAR_DAYS = 180;

  private final Pages pages;
  private final CityDirectory city;
  private final InspectionQueries queries;
  private final double cap = AlertRules.bundled().rule("A13").parameter("contacts");

  /** Routes that read from this store. */
  public InspectionRoutes(Pages pages, CityDirectory city, Store store) {
    this.pages = pages;
    this.city = city;
    this.queries = new InspectionQueries(store);
  }

  @Override
  public void mount(Router router) {
    router.get("/inspections").handler(this::show);
  }

  private void show(RoutingContext context) {
    Figures figures = new Figures(RequestLanguage.of(context), city.model().facts().zone());
    pages.show(context, "inspections", () -> model(figures));
  }

  private Map<String, Object> model(Figures figures) {
    CityMoment moment = city.moment();
    Instant until = moment.now();
    Instant from = moment.start(TimeWindow.TRAILING_DAYS - 1);
    InspectionBoard board = new InspectionBoard(city.model(), figures);
    List<PlannedRow> quarter = queries.planned(moment.start(QUARTER_DAYS - 1), until);
    List<PlannedRow> month = quarter.stream().filter(row -> !row.at().isBefore(from)).toList();
    List<ContactRow> contacts = queries.contacts(from, until, cap);
    List<OffenderRow> offenders = queries.offenders(moment.start(HALF_YEAR_DAYS - 1), until);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("day", figures.day(moment.day()));
    model.put(
        "window",
        new TimeWindow(from.atZone(moment.zone()), until.atZone(moment.zone())).interval());
    model.put("together", TOGETHER.toDays());
    model.put("sums", board.sums(queries.sums(from, until)));
    model.put("missed", board.missed(JointPlan.groups(month, TOGETHER), month.size()));
    List<JointPlan.Candidate> candidates = JointPlan.candidates(quarter);
    model.put("candidates", board.candidates(candidates));
    model.put("moreCandidates", board.more(candidates.size()));
    model.put("cap", figures.amount(cap));
    model.put("contacts", board.contacts(contacts));
    model.put("moreContacts", board.more(contacts.isEmpty() ? 0 : contacts.get(0).total()));
    model.put("offenders", board.offenders(offenders));
    model.put("moreOffenders", board.more(offenders.isEmpty() ? 0 : offenders.get(0).total()));
    return model;
  }
}
