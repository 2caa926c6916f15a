package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.board.PanelPlan;
import city.chengmai.dashboard.page.SmallCells;
import city.chengmai.dashboard.query.AlertQueries;
import city.chengmai.dashboard.query.CaseQueries;
import city.chengmai.dashboard.query.CityQueries;
import city.chengmai.dashboard.query.PortraitQueries;
import city.chengmai.dashboard.query.Store;
import city.chengmai.dashboard.query.WallQueries;
import city.chengmai.datasets.calendar.HolidayCalendar;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes what boards describe: one panel for each plan. */
public final class WallPanels {

  private static final int LOW_ROW = 46;
  private static final int HIGH_ROW = 54;

  private final CityQueries cities;
  private final WallQueries wall;
  private final PortraitQueries portraits;
  private final AlertQueries alerts;
  private final CaseQueries cases;
  private final Supplier<HolidayCalendar> holidays;
  private final StatementSource statements;
  private final SmallCells small;
  private final WallCharts charts = new WallCharts();

  /**
   * Panels that read from this store.
   *
   * @param holidays which days people work in the city
   * @param statements what kept statements answer
   * @param small counts that are not told
   */
  public WallPanels(
      Store store,
      Supplier<HolidayCalendar> holidays,
      StatementSource statements,
      SmallCells small) {
    this.small = small;
    this.cities = new CityQueries(store);
    this.wall = new WallQueries(store);
    this.portraits = new PortraitQueries(store);
    this.alerts = new AlertQueries(store);
    this.cases = new CaseQueries(store);
    this.holidays = holidays;
    this.statements = statements;
  }

  WallPanel<?> of(PanelPlan plan) {
    return switch (plan.kind()) {
      case HEADER -> new HeaderPanel(cities, portraits, holidays);
      case TICKER -> new TickerPanel(alerts);
      case FIGURES ->
          new FiguresPanel(cities, wall, portraits, plan.list("figures"), plan.list("wide"));
      case MAP -> map(plan);
      case TREND -> trend(plan);
      case CATEGORIES -> new CategoriesPanel(wall, charts, plan, small);
      case RHYTHM -> new RhythmPanel(wall, charts, plan, small);
      case GRADES -> new GradesPanel(portraits, charts);
      case RANKING -> new RankingPanel(portraits, plan.number("shown"));
      case OVERDUE -> new OverduePanel(cases, plan.rows(LOW_ROW, 0));
      case CLOCKS -> new ClocksPanel(wall, plan.rows(HIGH_ROW, 0));
      case ALERTS -> new AlertsPanel(alerts, plan);
      case SPECIAL -> new SpecialPanel(cities);
      case STATEMENT -> new StatementPanel(statements, charts, plan);
    };
  }

  /** When the newest alarm that still stands was raised; overdue cases are none. */
  Optional<Instant> latestAlarm(Instant now) {
    WallQueries.LatestAlarmRow latest = wall.latestAlarm(now);
    return latest.alarms() == 0 ? Optional.empty() : Optional.of(latest.raisedAt());
  }

  private WallPanel<?> map(PanelPlan plan) {
    return switch (plan.text("colour")) {
      case "indicator" -> new IndicatorMapPanel(wall, charts, plan);
      case "alerts" -> new AlertMapPanel(alerts, charts, plan.shape());
      default -> new MapPanel(portraits, alerts, charts, plan.shape());
    };
  }

  private WallPanel<?> trend(PanelPlan plan) {
    return plan.text("indicator").isEmpty()
        ? new TrendPanel(wall, charts, plan, small)
        : new IndicatorTrendPanel(wall, charts, plan);
  }
}
