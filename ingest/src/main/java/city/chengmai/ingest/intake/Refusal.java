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

  /** A refusal with what was seen and what was expected. */
  public Refusal(DeadLetterReason reason, String detail) {
    super(detail, null, false, false);
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  /** The reason for the dead letter. */
  public DeadLetterReason reason() {
    return reason;
  }
}
