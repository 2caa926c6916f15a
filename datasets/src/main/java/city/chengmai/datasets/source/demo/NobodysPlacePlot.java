package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.source.demo.PlotCases.Matter;
import java.util.ArrayList;
import java.util.List;

/** A place that no unit feels responsible for (三不管): one after another gives the case back. */
record NobodysPlacePlot(Xingqiao xingqiao) implements Plot {

  private static final int CASES = 5;
  private static final List<String> OF_SEVERAL_UNITS =
      List.of(
          "city-appearance/litter",
          "traffic-facilities/road-surface",
          "street-order/road-blocking",
          "greening/lawn-damage",
          "public-facilities/street-light");

  @Override
  public String model() {
    return "nobodys-place";
  }

  @Override
  public int reals() {
    return 4;
  }

  @Override
  public int lookalikes() {
    return 4;
  }

  @Override
  public Tale tale(Scene scene) {
    Dice dice = scene.dice();
    DemoGrid grid = dice.pick(xingqiao.grids());
    Spot spot = dice.pick(grid.spots());
    boolean oneUnit = scene.variant() == 0 || scene.variant() == 2;
    double returned = scene.real() ? 0.9 : oneUnit ? 0.95 : 0.06;
    Handling handling = new Handling(0.5, 0.2, 0.02, returned, 0.02, 0.01, 0.02);
    PlotCases cases = new PlotCases(xingqiao, 0);
    List<PlannedEvent> events = new ArrayList<>();
    int day = 0;
    for (int i = 0; i < CASES; i++) {
      String leaf = OF_SEVERAL_UNITS.get(oneUnit ? scene.cycle() % CASES : i);
      Matter matter = new Matter(grid, spot, leaf, Channel.APP, handling);
      events.addAll(cases.of(scene, i, matter, scene.begin().plusDays(day), dice));
      day += dice.between(4, 10);
    }
    return Tale.of("nobodys-place-" + scene.name(), scene.real(), events);
  }
}
