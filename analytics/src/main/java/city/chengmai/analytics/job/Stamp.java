package city.chengmai.analytics.job;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The moments that every row of a run carries.
 *
 * @param dataAsOf latest record that the run could see
 * @param computedAt the city's time of the run
 * @param version of the rows; grows with real time, so a later run wins
 */
record Stamp(Instant dataAsOf, Instant computedAt, long version) implements Serializable {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  /** A moment as the tables take it. */
  static String text(Instant moment) {
    return MOMENT.format(moment);
  }

  /** The moment that a table tells. */
  static Instant moment(String text) {
    return MOMENT.parse(text, Instant::from);
  }
}
