package city.chengmai.ingest.log;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Lets at most twenty lines a second into the log, and counts those that it keeps out, so that the
 * next line can tell of them. Thread-safe.
 */
public final class LineLimit {

  private static final long MOST_A_SECOND = 20;
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final LongSupplier nanos;
  private long second = Long.MIN_VALUE;
  private long written;
  private long unwritten;

  /** A limit by the time of the machine. */
  public LineLimit() {
    this(System::nanoTime);
  }

  /**
   * A limit by another time.
   *
   * @param nanos nanoseconds since any moment, never fewer than before
   */
  public LineLimit(LongSupplier nanos) {
    this.nanos = requireNonNull(nanos, "nanos");
  }

  /**
   * Asks for a line.
   *
   * @return how many were kept out since the last one; empty when this one is kept out too
   */
  public synchronized OptionalLong next() {
    long now = Math.floorDiv(nanos.getAsLong(), SECOND_NANOS);
    if (now != second) {
      second = now;
      written = 0;
    }
    if (written >= MOST_A_SECOND) {
      unwritten++;
      return OptionalLong.empty();
    }
    written++;
    long skipped = unwritten;
    unwritten = 0;
    return OptionalLong.of(skipped);
  }

  /** What a line says of those that were kept out before it; empty when there were none. */
  public static String beside(long skipped) {
    return skipped == 0 ? "" : " (and " + skipped + " that no line tells of)";
  }
}
