package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.source.demo.PlotCases.Matter;
import java.util.ArrayList;
import java.util.List;

/** A place where the same comes back each time that it was put right (反复发生点位). */
record RepeatPlacePlot(Xingqiao xingqiao) implements Plot {

  private static final int CASES = 9;
  private static final List<String> LEAVES =
      List.of(
          "greening/lawn-damage",
          "traffic-facilities/guard-rail",
          "community-life/dogs",
          "city-appearance/river-litter");

  @Override
  public String model() {
    return "repeat-place";
  }

  @Override
  public int reals() {
    return 4;
  }

  @Override
  public int lookalikes() {
    return 3;
  }

  @Override
  public Tale tale(Scene scene) {
    Dice dice = scene.dice();
    DemoGrid grid = dice.pick(xingqiao.grids());
    Spot spot = dice.pick(grid.spots());
    PlotCases cases = new PlotCases(xingqiao, 1);
    List<PlannedEvent> events = new ArrayList<>();
    int day = 0;
    for (int i = 0; i < CASES; i++) {
      // One matter that many tell of; several matters of one place; one matter all over the grid.
      String leaf = LEAVES.get(scene.variant() == 1 ? i % LEAVES.size() : scene.number() % 4);
      Spot where = scene.variant() == 2 ? dice.pick(grid.spots()) : spot;
      Channel channel = dice.chance(0.4) ? Channel.PATROL : Channel.APP;
      Matter matter = Matter.of(grid, where, leaf, channel);
      events.addAll(cases.of(scene, i, matter, scene.begin().plusDays(day), dice));
      day += scene.variant() == 0 ? i % 4 / 3 : dice.between(3, 6);
    }
    return Tale.of("repeat-place-" + scene.name(), scene.real(), events);
  }
}
