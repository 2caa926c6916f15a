package city.chengmai.datasets.source.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Somebody who calls the hotline about one thing again and again, since it is not solved. */
record RepeatCallerPlot(Xingqiao xingqiao) implements Plot {

  /** Above the numbers that usual callers have. */
  private static final int FIRST_LINE = 50_000;

  private static final String STILL_THERE = "同一问题仍未解决,请处理";
  private static final List<String> LEAVES =
      List.of(
          "community-life/neighbour-noise",
          "community-life/house-leak",
          "business-service/kitchen-smoke",
          "community-life/property-service",
          "street-order/illegal-parking");

  @Override
  public String model() {
    return "repeat-caller";
  }

  @Override
  public int reals() {
    return 6;
  }

  @Override
  public int lookalikes() {
    return 5;
  }

  @Override
  public Tale tale(Scene scene) {
    Dice dice = scene.dice();
    DemoGrid grid = dice.pick(xingqiao.grids());
    Spot spot = dice.pick(grid.spots());
    int line = FIRST_LINE + scene.cycle() * 100 + scene.number();
    Person caller = new Person("试来电", String.format(Locale.ROOT, "154000%05d", line));
    List<PlannedEvent> events = new ArrayList<>();
    PlotOrders orders = new PlotOrders(xingqiao);
    int calls = dice.between(5, 8);
    LocalDate day = scene.begin();
    for (int i = 0; i < calls; i++) {
      // A block head calls for others; one evening of dialling is one matter; the rest is solved.
      boolean forOthers = scene.variant() == 0 || scene.variant() == 3;
      String leaf = LEAVES.get(forOthers ? i % LEAVES.size() : scene.number() % LEAVES.size());
      boolean solved = dice.chance(scene.variant() == 2 || scene.variant() == 4 ? 0.97 : 0.12);
      LocalDateTime at = Rhythm.DAY.moment(day, dice).plusSeconds(i);
      String order = "HQ" + Sender.date(day) + "-" + scene.name() + "-" + i;
      events.addAll(
          orders.of(
              new PlotOrders.Matter(order, at, leaf, caller, grid, spot, STILL_THERE, solved)));
      day = scene.variant() == 1 ? day : day.plusDays(dice.between(2, 5));
    }
    return Tale.of("repeat-caller-" + scene.name(), scene.real(), events);
  }
}
