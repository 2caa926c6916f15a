package city.chengmai.ingest.lifecycle;

import city.chengmai.ingest.row.RowWriter;
import java.time.Instant;

/**
 * Where a hotline order stands after its steps. Mutable and short-lived: made by folding an {@link
 * OrderHistory}, turned into a row, forgotten.
 */
final class OrderState {

  private final OrderHistory history;
  private Instant firstContactedAt;
  private Instant repliedAt;
  private String outcome = "";
  private Instant calledBackAt;
  private boolean answered;
  private String satisfaction = "";
  private Instant updatedAt;

  private OrderState(OrderHistory history) {
    this.history = history;
    this.updatedAt = history.receipt().at();
  }

  static OrderState of(OrderHistory history) {
    OrderState state = new OrderState(history);
    history.steps().forEach(state::take);
    return state;
  }

  private void take(OrderStep step) {
    updatedAt = step.time();
    switch (step.type()) {
      // The first of several contacts is the one that is measured; of the others, the last.
      case ORDER_FIRST_CONTACTED ->
          firstContactedAt = firstContactedAt == null ? step.time() : firstContactedAt;
      case ORDER_REPLIED -> {
        repliedAt = step.time();
        outcome = step.outcome();
      }
      case ORDER_CALLED_BACK -> {
        calledBackAt = step.time();
        answered = step.answered();
        satisfaction = step.satisfaction();
      }
      default -> throw new IllegalStateException("not an order event");
    }
  }

  byte[] row(Sighting sighting, RowWriter writer) {
    OrderReceipt received = history.receipt();
    writer.text(sighting.event().subject()).text(received.source()).text(received.category());
    writer.text(received.demanderType()).text(received.place().grid());
    writer.optionalDecimal(received.place().longitude());
    writer.optionalDecimal(received.place().latitude());
    writer.text(received.callerHash()).text(received.caseId()).moment(received.at());
    writer.flag(received.contactNeeded()).optionalMoment(firstContactedAt);
    writer.optionalMoment(received.dueAt()).optionalMoment(repliedAt).text(outcome);
    writer.optionalMoment(calledBackAt).flag(answered).text(satisfaction);
    writer.moment(updatedAt).moment(sighting.recordedAt());
    return writer.count64(history.folds()).toRow();
  }
}
