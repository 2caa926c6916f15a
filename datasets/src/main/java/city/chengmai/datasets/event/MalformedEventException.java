package city.chengmai.datasets.event;

import static java.util.Objects.requireNonNull;

/** Bytes that hold no event of this contract; carries the reason for the dead letter. */
public final class MalformedEventException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final DeadLetterReason reason;

  /** With the reason and what was seen and expected; no personal data in {@code detail}. */
  public MalformedEventException(DeadLetterReason reason, String detail) {
    super(detail);
    this.reason = requireNonNull(reason, "reason");
  }

  /** Why the event is refused. */
  public DeadLetterReason reason() {
    return reason;
  }
}
