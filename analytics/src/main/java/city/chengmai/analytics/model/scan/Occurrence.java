package city.chengmai.analytics.model.scan;

import java.util.Objects;

/**
 * Cases at a place on a day.
 *
 * @param day number of a day, or of whatever period time is cut into
 * @param count cases, zero to only make the place known
 */
public record Occurrence(Place place, int day, int count) {

  /** Checks that there is a place and no negative count. */
  public Occurrence {
    Objects.requireNonNull(place, "place");
    if (count < 0) {
      throw new IllegalArgumentException(
          "place "
              + place.name()
              + " on day "
              + day
              + ": expected no negative count, seen "
              + count);
    }
  }
}
