package city.chengmai.dashboard.bulletin;

import city.chengmai.dashboard.query.BulletinQueries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What the sections of one bulletin are made from.
 *
 * @param period the days it is about
 * @param zone the city's zone
 * @param firstDay first day of the city's time; empty where nobody told it
 * @param naming names of the day
 * @param queries figures
 */
record Making(
    Period period,
    ZoneId zone,
    Optional<LocalDate> firstDay,
    Naming naming,
    BulletinQueries queries) {

  Instant from() {
    return period.from(zone);
  }

  Instant until() {
    return period.until(zone);
  }

  /**
   * The period before, when it lies within the city's time: what was counted in a part of it is no
   * figure to compare with.
   */
  Optional<Period> before() {
    Period before = period.before();
    return Optional.of(before)
        .filter(one -> firstDay.filter(first -> one.first().isBefore(first)).isEmpty());
  }

  boolean daily() {
    return period.kind() == BulletinKind.DAY;
  }

  boolean monthly() {
    return period.kind().grain().equals(BulletinKind.MONTH.wireName());
  }
}
