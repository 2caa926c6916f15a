package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.query.AlertQueries;
import city.chengmai.dashboard.query.CaseQueries;
import city.chengmai.dashboard.query.CityQueries;
import city.chengmai.dashboard.query.PortraitQueries;
import city.chengmai.dashboard.query.Store;
import city.chengmai.dashboard.query.WallQueries;
import city.chengmai.datasets.calendar.HolidayCalendar;
import java.util.List;
import java.util.function.Supplier;

/** Which panels the wall has, in the order of the page. */
public final class WallPanels {

  private WallPanels() {}

  /**
   * All panels, reading from this store.
   *
   * @param holidays which days people work in the city
   */
  public static List<WallPanel<?>> of(Store store, Supplier<HolidayCalendar> holidays) {
    CityQueries cities = new CityQueries(store);
    WallQueries wall = new WallQueries(store);
    PortraitQueries portraits = new PortraitQueries(store);
    AlertQueries alerts = new AlertQueries(store);
    WallCharts charts = new WallCharts();
    return List.of(
        new HeaderPanel(cities, portraits, holidays),
        new FiguresPanel(cities, wall, portraits),
        new MapPanel(portraits, alerts, charts),
        new TrendPanel(wall, charts),
        new CategoriesPanel(wall, charts),
        new RhythmPanel(wall, charts),
        new GradesPanel(portraits, charts),
        new RankingPanel(portraits),
        new OverduePanel(new CaseQueries(store)),
        new TickerPanel(alerts));
  }
}
