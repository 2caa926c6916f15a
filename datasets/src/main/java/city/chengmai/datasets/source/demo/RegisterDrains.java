package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.source.demo.DrainStates.Clog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Drains of the register that were found clogged and are so still when heavy rain comes: what the
 * model of clogged components is to find beside the drains that were hidden for it.
 */
final class RegisterDrains {

  private static final String MODEL = "clogged-rain";

  private final Xingqiao xingqiao;
  private final WorksStream works;
  private final DrainStates states;

  RegisterDrains(Xingqiao xingqiao) {
    this.xingqiao = xingqiao;
    this.works = new WorksStream(xingqiao);
    this.states = new DrainStates(xingqiao);
  }

  /** Those of the first days, in order of the inspections that found them. */
  List<Planted> within(int days) {
    LocalDate first = xingqiao.options().firstDay();
    Map<DemoGrid, LocalDate> found = new LinkedHashMap<>();
    Map<String, Planted> planted = new LinkedHashMap<>();
    for (LocalDate day = first; day.isBefore(first.plusDays(days)); day = day.plusDays(1)) {
      LocalDate today = day;
      found.keySet().removeIf(grid -> states.on(today, grid).isEmpty());
      works.drainsLookedAt(day).stream()
          .filter(grid -> states.on(today, grid).isPresent())
          .forEach(grid -> found.putIfAbsent(grid, today));
      if (isHeavyRain(day)) {
        found.forEach((grid, since) -> add(planted, grid, since, today));
      }
    }
    return new ArrayList<>(planted.values());
  }

  private boolean isHeavyRain(LocalDate day) {
    return xingqiao.incidents().on(day).stream()
        .anyMatch(incident -> incident.kind() == IncidentKind.DRAIN_BURST);
  }

  private void add(Map<String, Planted> planted, DemoGrid grid, LocalDate since, LocalDate rain) {
    Clog clog = states.on(rain, grid).orElseThrow();
    String drain = WorksStream.drain(grid);
    String id = MODEL + "-" + drain + "-" + since;
    planted.computeIfAbsent(
        id, any -> new Planted(id, MODEL, drain, List.of(drain), true, since, clog.cleared()));
  }
}
