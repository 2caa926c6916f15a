package city.chengmai.ingest.lifecycle;

/**
 * The kept state of an entity cannot be read: it was written by another version, or is damaged. No
 * event is to blame.
 */
public final class StateFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A fault of what was stored, not of an event. */
  public StateFormatException(String message, Throwable cause) {
    super(
        message
            + "; run the version that wrote it, or stop all ingest processes, reset the application"
            + " chengmai-ingest and have the sources send again (replay, import --again):"
            + " city.events keeps only what was not taken yet",
        cause);
  }
}
