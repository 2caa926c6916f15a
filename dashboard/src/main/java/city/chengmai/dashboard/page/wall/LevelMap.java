package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.board.PanelShape;
import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.Shade;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.GridPicture;
import city.chengmai.dashboard.page.GridPicture.Look;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;

/** Draws a map whose grids carry an amount: five levels between the least and the most. */
final class LevelMap {

  /** A level of the legend: which class it has and the least and the most that lies in it. */
  public record Step(String style, String range) {}

  private final WallCharts charts;
  private final PanelShape shape;
  private final DoubleFunction<String> words;

  /**
   * A map for this room.
   *
   * @param words of an amount, written on its grid
   */
  LevelMap(WallCharts charts, PanelShape shape, DoubleFunction<String> words) {
    this.charts = charts;
    this.shape = shape;
    this.words = words;
  }

  /**
   * What the template shows.
   *
   * @param amounts by grid; grids without one are hatched
   * @param alarmed grids that carry the mark of an alarm
   */
  Map<String, Object> model(
      String title,
      Map<String, Double> amounts,
      Set<String> alarmed,
      CityModel city,
      Figures figures) {
    if (city.baseGrids().isEmpty()) {
      return Map.of("drawing", "", "steps", List.of(), "alarms", false, "none", "");
    }
    double least = amounts.values().stream().mapToDouble(one -> one).min().orElse(0);
    double most = amounts.values().stream().mapToDouble(one -> one).max().orElse(0);
    Map<String, Look> looks = new HashMap<>();
    amounts.forEach(
        (grid, amount) ->
            looks.put(
                grid,
                new Look(
                    shade(amount, least, most),
                    words.apply(amount),
                    alarmed.contains(grid),
                    words.apply(amount))));
    Caption caption =
        new Caption(
            title, figures.messages().text("map.levels", city.baseGrids().size(), amounts.size()));
    return Map.of(
        "drawing",
        charts.map(new GridPicture(city, figures.messages()).map(caption, looks), shape),
        "steps",
        steps(amounts, least, most),
        "alarms",
        !alarmed.isEmpty(),
        "none",
        amounts.size() < city.baseGrids().size() ? Shade.NONE.sign() : "");
  }

  private static Shade shade(double amount, double least, double most) {
    return Shade.level(most > least ? (amount - least) / (most - least) : 0);
  }

  private List<Step> steps(Map<String, Double> amounts, double least, double most) {
    List<Step> steps = new ArrayList<>();
    for (Shade shade : Shade.values()) {
      List<Double> within =
          amounts.values().stream()
              .filter(amount -> shade(amount, least, most) == shade)
              .sorted()
              .toList();
      if (!within.isEmpty()) {
        String from = words.apply(within.get(0));
        String to = words.apply(within.get(within.size() - 1));
        String style = shade.name().toLowerCase(Locale.ROOT).replace('_', '-');
        steps.add(new Step(style, from.equals(to) ? from : from + "–" + to));
      }
    }
    return steps;
  }
}
