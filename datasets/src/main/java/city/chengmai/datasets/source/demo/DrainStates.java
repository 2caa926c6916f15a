package city.chengmai.datasets.source.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When the drains of the register are clogged (排水部件堵塞) and when they are cleared. Most who clear
 * one tell the register so; what inspectors find is what there is.
 */
final class DrainStates {

  /** As long before the first day one may have been clogged already. */
  private static final int EARLIER_DAYS = 200;

  private static final double TOLD = 0.9;

  private final Xingqiao xingqiao;

  DrainStates(Xingqiao xingqiao) {
    this.xingqiao = xingqiao;
  }

  /**
   * A time in which a drain is clogged.
   *
   * @param from first day
   * @param cleared the day that it is clear again
   * @param told whether the register learns of that
   */
  record Clog(LocalDate from, LocalDate cleared, boolean told) {

    boolean holds(LocalDate day) {
      return !day.isBefore(from) && day.isBefore(cleared);
    }
  }

  /** The time that a drain is in, if it is clogged. */
  Optional<Clog> on(LocalDate day, DemoGrid grid) {
    return until(day, grid).stream().filter(clog -> clog.holds(day)).findFirst();
  }

  /** Whether the register is told on this day that the drain is clear again. */
  boolean isToldClear(LocalDate day, DemoGrid grid) {
    return until(day, grid).stream().anyMatch(clog -> clog.told() && clog.cleared().equals(day));
  }

  private List<Clog> until(LocalDate day, DemoGrid grid) {
    Dice dice = xingqiao.dice("drain-states", grid.number());
    List<Clog> clogs = new ArrayList<>();
    LocalDate clear = xingqiao.options().firstDay().minusDays(EARLIER_DAYS);
    while (!clear.isAfter(day)) {
      LocalDate from = clear.plusDays(dice.between(30, 300));
      LocalDate cleared = from.plusDays(dice.between(10, 90));
      clogs.add(new Clog(from, cleared, dice.chance(TOLD)));
      clear = cleared;
    }
    return clogs;
  }
}
