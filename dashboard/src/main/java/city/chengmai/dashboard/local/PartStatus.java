package city.chengmai.dashboard.local;

import static java.util.Objects.requireNonNull;

/**
 * What is known of one part right now.
 *
 * @param part which one
 * @param state how far it is
 * @param done units of work done, in the part's own unit
 * @param total units of work in all, 0 when unknown
 * @param message what the part said last, empty when nothing
 */
public record PartStatus(Part part, PartState state, long done, long total, String message) {

  /** Refuses nulls and negative counts. */
  public PartStatus {
    requireNonNull(part, "part");
    requireNonNull(state, "state");
    requireNonNull(message, "message");
    if (done < 0 || total < 0) {
      throw new IllegalArgumentException(part + ": done " + done + " of total " + total);
    }
  }

  /** A part whose turn has not come. */
  public static PartStatus waiting(Part part) {
    return new PartStatus(part, PartState.WAITING, 0, 0, "");
  }

  PartStatus in(PartState next) {
    return new PartStatus(part, next, done, total, message);
  }

  PartStatus saying(String text) {
    return new PartStatus(part, state, done, total, text);
  }

  PartStatus at(long newDone, long newTotal, String text) {
    return new PartStatus(part, state, newDone, newTotal, text);
  }
}
