package city.chengmai.dashboard.page;

import city.chengmai.dashboard.chart.Caption;
import city.chengmai.dashboard.chart.GridMap;
import city.chengmai.dashboard.chart.Shade;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.GridPicture.Look;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** Draws a map whose grids carry an amount: five levels between the least and the most. */
public final class LevelMap {

  /** A level of the legend: which class it has and the least and the most that lies in it. */
  public record Step(String style, String range) {}

  private final Function<GridMap, String> drawing;
  private final DoubleFunction<String> words;

  /**
   * Maps drawn like this.
   *
   * @param drawing of a map, as an SVG element
   * @param words of an amount, written on its grid
   */
  public LevelMap(Function<GridMap, String> drawing, DoubleFunction<String> words) {
    this.drawing = drawing;
    this.words = words;
  }

  /**
   * What the template shows.
   *
   * @param amounts by grid; grids without one are hatched
   * @param alarmed grids that carry the mark of an alarm
   */
  public Map<String, Object> model(
      String title,
      Map<String, Double> amounts,
      Set<String> alarmed,
      CityModel city,
      Figures figures) {
    return model(title, amounts, alarmed, List.of(), city, figures);
  }

  /**
   * The same with marked places.
   *
   * @param marks places to be marked
   */
  public Map<String, Object> model(
      String title,
      Map<String, Double> amounts,
      Set<String> alarmed,
      List<GridMap.Mark> marks,
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
        drawing.apply(new GridPicture(city, figures.messages()).map(caption, looks).marked(marks)),
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
