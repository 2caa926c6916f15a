package city.chengmai.dashboard.page.mechanism;

import city.chengmai.dashboard.chart.Frame;
import city.chengmai.dashboard.chart.GridMap;
import city.chengmai.dashboard.chart.GridMapRenderer;
import city.chengmai.dashboard.chart.HouseTheme;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.LevelMap;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.MechanismQueries.SpotCountRow;
import city.chengmai.dashboard.query.MechanismQueries.SpotRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Entries of a register on the map: how many stand in each grid, and a mark where each is. A grid
 * without one has none; an entry that tells no point is counted and said to lack it.
 */
final class EntryMap {

  private static final Frame FRAME = Frame.of(HouseTheme.DESK, 620, 520);

  private final CityModel city;
  private final Figures figures;

  EntryMap(CityModel city, Figures figures) {
    this.city = city;
    this.figures = figures;
  }

  /**
   * What the template shows.
   *
   * @param title name of the register
   * @param counts all entries by grid
   * @param rows entries to be marked, which may be fewer
   */
  Map<String, Object> model(String title, List<SpotCountRow> counts, List<SpotRow> rows) {
    Map<String, Double> amounts = new HashMap<>();
    city.baseGrids().stream().map(AreaRow::areaId).forEach(grid -> amounts.put(grid, 0.0));
    counts.stream()
        .filter(row -> amounts.containsKey(row.place()))
        .forEach(row -> amounts.put(row.place(), (double) row.entries()));
    long entries = counts.stream().mapToLong(SpotCountRow::entries).sum();
    List<GridMap.Mark> marks =
        rows.stream()
            .filter(row -> amounts.containsKey(row.place()) && row.longitude() != null)
            .map(row -> new GridMap.Mark(row.longitude(), row.latitude(), spoken(row)))
            .toList();
    Map<String, Object> model =
        new HashMap<>(
            new LevelMap(
                    map -> new GridMapRenderer().svg(map, FRAME),
                    amount -> figures.count(Math.round(amount)))
                .model(title, amounts, Set.of(), marks, city, figures));
    model.put("title", title);
    model.put("marked", figures.count(marks.size()));
    model.put("entries", figures.count(entries));
    model.put("looked", entries > rows.size() ? figures.count(rows.size()) : "");
    return model;
  }

  private String spoken(SpotRow row) {
    String name = row.name().isEmpty() ? row.recordId() : row.name();
    return name + " · " + city.areaName(row.place(), figures.messages().language());
  }
}
