package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.ingest.intake.Refusal;

/** What folds say of revisions they cannot take. */
final class Revisions {

  private Revisions() {}

  /** The entity's state is of a time when identities of steps were not kept. */
  static Refusal unknownStep(String entity) {
    return new Refusal(
        DeadLetterReason.CONFLICTING_DUPLICATE,
        "an event of this source and id came with other content, and the "
            + entity
            + " no longer knows which step it was; the first one stands");
  }
}
