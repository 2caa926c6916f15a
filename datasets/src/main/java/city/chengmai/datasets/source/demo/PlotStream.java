package city.chengmai.datasets.source.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What models over pooled data are to find (数据碰撞), and what only looks like it: in every cycle of
 * incidents as many of each, at other places and on other days. Throws dice of its own.
 */
final class PlotStream {

  /** Nothing of it happens earlier. */
  private static final int FIRST_OFFSET = 3;

  private final Xingqiao xingqiao;
  private final List<Plot> plots;

  PlotStream(Xingqiao xingqiao, List<Enterprise> enterprises) {
    this.xingqiao = xingqiao;
    this.plots =
        List.of(
            new EmptyPremisesPlot(xingqiao),
            new UnlicensedTradePlot(xingqiao),
            new NobodysPlacePlot(xingqiao),
            new ChargingHazardPlot(xingqiao),
            new SilentElderPlot(xingqiao),
            new OverContactPlot(xingqiao, enterprises),
            new RepeatPlacePlot(xingqiao),
            new RepeatCallerPlot(xingqiao),
            new NewShopPlot(xingqiao),
            new CloggedDrainPlot(xingqiao),
            new ForesightPlot(xingqiao));
  }

  List<PlannedEvent> on(LocalDate day) {
    List<PlannedEvent> events = new ArrayList<>();
    if (day.equals(xingqiao.options().firstDay().plusDays(FIRST_OFFSET))) {
      plots.forEach(plot -> events.addAll(plot.opening(day)));
    }
    int cycle = cycleOf(day);
    for (Plot plot : plots) {
      for (Plot.Scene scene : scenes(plot, cycle)) {
        if (scene.begin().equals(day)) {
          events.addAll(plot.tale(scene).events());
        }
      }
    }
    return events;
  }

  /** What begins within the first days, by model and in order of time. */
  List<Planted> within(int days) {
    LocalDate end = xingqiao.options().firstDay().plusDays(days);
    List<Planted> planted = new ArrayList<>();
    for (Plot plot : plots) {
      for (int cycle = 0; cycle <= cycleOf(end.minusDays(1)); cycle++) {
        scenes(plot, cycle).stream()
            .filter(scene -> scene.begin().isBefore(end))
            .sorted(Comparator.comparing(Plot.Scene::begin))
            .forEach(scene -> planted.add(planted(plot, scene)));
      }
    }
    return planted;
  }

  private int cycleOf(LocalDate day) {
    long days = ChronoUnit.DAYS.between(xingqiao.options().firstDay(), day);
    return (int) (days / IncidentCalendar.CYCLE_DAYS);
  }

  private List<Plot.Scene> scenes(Plot plot, int cycle) {
    List<Plot.Scene> scenes = new ArrayList<>();
    LocalDate start =
        xingqiao.options().firstDay().plusDays((long) cycle * IncidentCalendar.CYCLE_DAYS);
    for (int number = 0; number < plot.reals() + plot.lookalikes(); number++) {
      Dice dice = xingqiao.dice("plot-" + plot.model(), cycle, number);
      int variant = number < plot.reals() ? -1 : number - plot.reals();
      LocalDate begin = start.plusDays(dice.between(FIRST_OFFSET, plot.lastBegin() + 1));
      scenes.add(new Plot.Scene(cycle, number, variant, begin, dice));
    }
    return scenes;
  }

  private static Planted planted(Plot plot, Plot.Scene scene) {
    Plot.Tale tale = plot.tale(scene);
    return new Planted(
        plot.model() + "-" + scene.name(),
        plot.model(),
        tale.target(),
        tale.events().stream().map(PlannedEvent::subject).distinct().toList(),
        tale.real(),
        tale.from(),
        tale.to());
  }
}
