package city.chengmai.datasets.source.demo;

import java.util.Locale;

/** How hard a case is (三级分类), with its limit in working hours of eight a day. */
enum Level {
  /** Simple (简单): one working day. */
  SIMPLE(8),
  /** Comprehensive (综合): three working days. */
  COMPREHENSIVE(24),
  /** Difficult (疑难): ten working days. */
  DIFFICULT(80);

  private final int limitHours;

  Level(int limitHours) {
    this.limitHours = limitHours;
  }

  int limitHours() {
    return limitHours;
  }

  int limitMinutes() {
    return limitHours * 60;
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
