package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.calendar.OfficeHours;
import java.util.List;
import java.util.Locale;

/** How hard a case is (三级分类), with its limit in working days of usual office hours. */
enum Level {
  /** Simple (简单). */
  SIMPLE(1),
  /** Comprehensive (综合). */
  COMPREHENSIVE(3),
  /** Difficult (疑难). */
  DIFFICULT(10);

  /** All of them, in order. */
  static final List<Level> ALL = List.of(values());

  private static final double MINUTES = 60;

  private final int limitDays;

  Level(int limitDays) {
    this.limitDays = limitDays;
  }

  double limitHours() {
    return limitMinutes() / MINUTES;
  }

  long limitMinutes() {
    return limitDays * workingDayMinutes();
  }

  static long workingDayMinutes() {
    return OfficeHours.USUAL.length().toMinutes();
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
