package city.chengmai.datasets.source;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a city may need besides its files. Cities from files take neither seed nor first day: theirs
 * are in the data.
 *
 * @param seed seed of a generated city
 * @param firstDay first day of a generated city; empty for its own choice
 * @param clock the city's "now"
 */
public record CityOptions(long seed, Optional<LocalDate> firstDay, InstantSource clock) {

  /** The seed when nobody chose one. */
  public static final long USUAL_SEED = 20_260_101L;

  /** Refuses nulls. */
  public CityOptions {
    requireNonNull(firstDay, "firstDay");
    requireNonNull(clock, "clock");
  }

  /** The usual seed, the city's own first day, and a clock that stands still. */
  public static CityOptions at(Instant now) {
    return new CityOptions(USUAL_SEED, Optional.empty(), InstantSource.fixed(now));
  }
}
