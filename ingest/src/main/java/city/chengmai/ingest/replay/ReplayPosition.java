package city.chengmai.ingest.replay;

import java.time.Instant;

/**
 * How far a replay came.
 *
 * @param position source records taken
 * @param sent events sent
 * @param skipped source records that stand for no event
 * @param requests source records taken that report a case
 * @param heldFrom source records before the first one that still has an event to send; {@code
 *     position} when none has
 * @param through up to when the events of the records from {@code heldFrom} to {@code position} are
 *     sent; the epoch when none is held
 */
public record ReplayPosition(
    long position, long sent, long skipped, long requests, long heldFrom, Instant through) {

  /** The beginning. */
  public static final ReplayPosition START = new ReplayPosition(0, 0, 0, 0, 0, Instant.EPOCH);

  /** Whether every event of every record taken is sent. */
  public boolean isComplete() {
    return heldFrom == position;
  }
}
