package city.chengmai.ingest.intake;

import city.chengmai.datasets.event.DeadLetterReason;
import java.util.Objects;

/**
 * Why one event does not go on. Carries no stack trace: a refusal is an outcome, not a fault, and a
 * topic full of garbage must not cost more than a good one. The detail holds no personal data.
 */
public final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final DeadLetterReason reason;
  private final boolean mayWait;

  /** A refusal with what was seen and what was expected. */
  public Refusal(DeadLetterReason reason, String detail) {
    this(reason, detail, false);
  }

  private Refusal(DeadLetterReason reason, String detail, boolean mayWait) {
    super(detail, null, false, false);
    this.reason = Objects.requireNonNull(reason, "reason");
    this.mayWait = mayWait;
  }

  /** An impossible order that an event still on its way would make possible. */
  public static Refusal missing(String detail) {
    return new Refusal(DeadLetterReason.IMPOSSIBLE_ORDER, detail, true);
  }

  /** Whether the event may wait for what is missing. */
  public boolean mayWait() {
    return mayWait;
  }

  /** The reason for the dead letter. */
  public DeadLetterReason reason() {
    return reason;
  }
}
