package city.chengmai.dashboard.bulletin;

import city.chengmai.dashboard.query.BulletinQueries;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What the sections of one bulletin are made from.
 *
 * @param period the days it is about
 * @param zone the city's zone
 * @param naming names of the day
 * @param queries figures
 */
record Making(Period period, ZoneId zone, Naming naming, BulletinQueries queries) {

  Instant from() {
    return period.from(zone);
  }

  Instant until() {
    return period.until(zone);
  }

  boolean daily() {
    return period.kind() == BulletinKind.DAY;
  }

  boolean monthly() {
    return period.kind().grain().equals(BulletinKind.MONTH.wireName());
  }
}
