package city.chengmai.ingest.replay;

/**
 * How far a replay came.
 *
 * @param position source records taken
 * @param sent events sent
 * @param skipped source records that stand for no event
 */
public record ReplayPosition(long position, long sent, long skipped) {

  /** The beginning. */
  public static final ReplayPosition START = new ReplayPosition(0, 0, 0);
}
