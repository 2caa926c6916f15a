package city.chengmai.analytics.bench;

/**
 * What alarms are worth.
 *
 * @param hit an alarm at the start of a labelled window
 * @param missed a window without an alarm
 * @param falseAlarm each row with an alarm far from any window
 */
record NabProfile(String name, double hit, double missed, double falseAlarm) {

  static final NabProfile STANDARD = new NabProfile("standard", 1, 1, 0.11);
  static final NabProfile LOW_FALSE_ALARMS = new NabProfile("low_fp", 1, 1, 0.22);
  static final NabProfile LOW_MISSES = new NabProfile("low_fn", 1, 2, 0.11);
}
