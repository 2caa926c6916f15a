package city.chengmai.analytics.job;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What one table held.
 *
 * @param pulse changes whenever something is written; empty when the server cannot tell
 * @param latest latest ingest time, the epoch while there is none
 * @param contents a sum over the rows that began on a day of UTC, with their versions
 */
record TableMark(String pulse, Instant latest, Map<LocalDate, String> contents) {

  static final TableMark EMPTY = new TableMark("", Instant.EPOCH, Map.of());

  TableMark {
    contents = Map.copyOf(contents);
  }

  boolean has(String seen) {
    return !seen.isEmpty() && seen.equals(pulse);
  }

  /** The days on which the two differ. */
  Stream<LocalDate> changedSince(TableMark earlier) {
    return Stream.concat(contents.keySet().stream(), earlier.contents.keySet().stream())
        .filter(day -> !Objects.equals(contents.get(day), earlier.contents.get(day)));
  }
}
