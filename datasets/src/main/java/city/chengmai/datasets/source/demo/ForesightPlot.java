package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.source.demo.PlotCases.Matter;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A place that draws one complaint after another (未诉先办). Where it is true, a patrol finds the
 * matter after a month and puts it right, and nobody complains again; else nobody goes there, and
 * complaints go on.
 */
record ForesightPlot(Xingqiao xingqiao) implements Plot {

  static final String MODEL = "before-complaint";

  /** Days of complaints before a find. */
  private static final int DAYS = 21;

  /** Days of complaints where nobody goes. */
  private static final int LONG = 56;

  private static final int CASE_NUMBER = 10;
  private static final int FIRST_LINE = 60_000;
  private static final int LINES = 40_000;
  private static final int CALLS = 40;
  private static final Handling QUICK = new Handling(0.95, 0.1, 0, 0, 0, 0, 0);
  private static final String FOUND = "community-life/dogs";
  private static final List<String> NOBODY_GOES =
      List.of("business-service/kitchen-smoke", "community-life/neighbour-noise", FOUND);

  @Override
  public String model() {
    return MODEL;
  }

  @Override
  public int reals() {
    return 6;
  }

  @Override
  public int lookalikes() {
    return 3;
  }

  /** Early, so that a city of 120 days tells what came of both cycles. */
  @Override
  public int lastBegin() {
    return 9;
  }

  @Override
  public Tale tale(Scene scene) {
    Dice dice = scene.dice();
    DemoGrid grid = dice.pick(xingqiao.grids());
    Spot spot = dice.pick(grid.spots());
    String leaf = scene.real() ? FOUND : NOBODY_GOES.get(scene.variant() % NOBODY_GOES.size());
    List<PlannedEvent> events = new ArrayList<>();
    LocalDate found = scene.begin().plusDays(DAYS);
    LocalDate end = scene.real() ? found : scene.begin().plusDays(LONG);
    int calls = 0;
    for (LocalDate day = scene.begin(); day.isBefore(end); day = day.plusDays(dice.between(2, 4))) {
      events.addAll(order(scene, calls++, day, leaf, grid, spot));
    }
    if (scene.real()) {
      Matter matter = new Matter(grid, spot, leaf, Channel.PATROL, QUICK);
      events.addAll(new PlotCases(xingqiao, 0).of(scene, CASE_NUMBER, matter, found, dice));
    }
    return Tale.of(MODEL + "-" + scene.name(), scene.real(), events);
  }

  private List<PlannedEvent> order(
      Scene scene, int call, LocalDate day, String leaf, DemoGrid grid, Spot spot) {
    int scenes = reals() + lookalikes();
    int line = (scene.cycle() * scenes + scene.number()) * CALLS + call;
    String phone = String.format(Locale.ROOT, "154000%05d", FIRST_LINE + line % LINES);
    LocalDateTime at = Rhythm.DAY.moment(day, scene.dice());
    String id = "HF" + Sender.date(day) + "-" + scene.name() + "-" + call;
    Person caller = new Person("试邻里", phone);
    return new PlotOrders(xingqiao)
        .of(new PlotOrders.Matter(id, at, leaf, caller, grid, spot, "又有同样的情况,请处理", true));
  }
}
