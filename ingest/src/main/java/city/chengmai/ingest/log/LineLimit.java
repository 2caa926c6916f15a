package city.chengmai.ingest.log;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Lets at most twenty lines a second into the log, and counts those that it keeps out, so that the
 * next line can tell of them. Thread-safe.
 */
public final class LineLimit {

  private static final long MOST_A_SECOND = 20;

  private final Bucket bucket;
  private final AtomicLong unwritten = new AtomicLong();

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
    this.bucket =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(MOST_A_SECOND)
                        .refillIntervally(MOST_A_SECOND, Duration.ofSeconds(1)))
            .withCustomTimePrecision(new Meter(nanos))
            .build();
  }

  /** The time that a bucket is filled by. */
  private record Meter(LongSupplier nanos) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return nanos.getAsLong();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  /**
   * Asks for a line.
   *
   * @return how many were kept out since the last one; empty when this one is kept out too
   */
  public OptionalLong next() {
    if (bucket.tryConsume(1)) {
      return OptionalLong.of(unwritten.getAndSet(0));
    }
    unwritten.incrementAndGet();
    return OptionalLong.empty();
  }

  /** What a line says of those that were kept out before it; empty when there were none. */
  public static String beside(long skipped) {
    return skipped == 0 ? "" : " (and " + skipped + " that no line tells of)";
  }
}
