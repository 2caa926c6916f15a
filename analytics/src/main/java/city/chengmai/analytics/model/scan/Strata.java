package city.chengmai.analytics.model.scan;

/**
 * Parts of time that are compared only with themselves, such as weekdays: a market every Saturday
 * is no cluster then.
 */
@FunctionalInterface
public interface Strata {

  /** Number of days in a week. */
  int WEEK = 7;

  /**
   * The stratum of a day.
   *
   * @param day number as in the occurrences
   */
  int of(int day);

  /** All days alike. */
  static Strata none() {
    return day -> 0;
  }

  /** Days whose numbers differ by whole weeks. */
  static Strata weekday() {
    return day -> Math.floorMod(day, WEEK);
  }
}
