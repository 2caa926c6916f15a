package city.chengmai.datasets.source.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** On which days which water meter of an old person's home stands still. */
final class SilentHomes {

  static final int REALS = 6;
  static final int LOOKALIKES = 6;

  /** In every home but each fourth somebody lives alone. */
  private static final int TOGETHER = 4;

  private final long seed;
  private final LocalDate firstDay;
  private final List<DemoDevice> meters;

  SilentHomes(long seed, LocalDate firstDay, List<DemoDevice> devices) {
    this.seed = seed;
    this.firstDay = firstDay;
    this.meters =
        devices.stream().filter(one -> one.kind().equals(DeviceList.WATER_METER)).toList();
  }

  List<DemoDevice> meters() {
    return meters;
  }

  boolean livesAlone(DemoDevice meter) {
    return meters.indexOf(meter) % TOGETHER != TOGETHER - 1;
  }

  /** The meter that is silent in a scene. */
  DemoDevice meter(int cycle, int number) {
    boolean together = variant(number) == 2;
    List<DemoDevice> homes =
        meters.stream().filter(meter -> livesAlone(meter) != together).toList();
    return homes.get((cycle * 7 + number) % homes.size());
  }

  /** Days that it is silent: one of the lookalikes is for a single day. */
  int days(int cycle, int number) {
    return variant(number) == 5 ? 1 : Dice.of(seed, "silent-days", cycle, number).between(2, 5);
  }

  static int variant(int number) {
    return number < REALS ? -1 : number - REALS;
  }

  /** Whether a meter stands still on a day. */
  boolean holds(DemoDevice meter, LocalDate day) {
    int cycle = (int) (ChronoUnit.DAYS.between(firstDay, day) / IncidentCalendar.CYCLE_DAYS);
    for (int number = 0; number < REALS + LOOKALIKES; number++) {
      LocalDate begin = begin(cycle, number);
      boolean within = !day.isBefore(begin) && day.isBefore(begin.plusDays(days(cycle, number)));
      if (within && meter(cycle, number).equals(meter)) {
        return true;
      }
    }
    return false;
  }

  /** First day of a silence. */
  LocalDate begin(int cycle, int number) {
    long offset = Dice.of(seed, "silent-begin", cycle, number).between(4, 52);
    return firstDay.plusDays((long) cycle * IncidentCalendar.CYCLE_DAYS + offset);
  }

  /** Homes in order of their meters. */
  List<String> homes() {
    List<String> homes = new ArrayList<>();
    meters.forEach(meter -> homes.add(home(meter)));
    return homes;
  }

  static String home(DemoDevice meter) {
    return "home-" + meter.id();
  }
}
