package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything a hotline order has gone through after its receipt, in order of time.
 *
 * @param folds events and revisions folded in, for the row's version
 */
record OrderHistory(OrderReceipt receipt, List<OrderStep> steps, int folds) {

  OrderHistory {
    steps = List.copyOf(steps);
  }

  OrderHistory with(OrderStep step) {
    return new OrderHistory(receipt, Step.with(steps, step), folds + 1);
  }

  byte[] toBytes() {
    StateWriter out = new StateWriter();
    receipt.write(out);
    out.count(folds).count(steps.size());
    steps.forEach(step -> step.write(out));
    return out.toBytes();
  }

  static OrderHistory of(byte[] state) {
    StateReader in = new StateReader(state);
    OrderReceipt receipt = OrderReceipt.read(in);
    return in.knowsRevisions() ? read(receipt, in) : readSummary(receipt, in);
  }

  private static OrderHistory read(OrderReceipt receipt, StateReader in) {
    int folds = in.count();
    int count = in.count();
    List<OrderStep> steps = new ArrayList<>(count + 1);
    for (int i = 0; i < count; i++) {
      steps.add(OrderStep.read(in));
    }
    return new OrderHistory(receipt, steps, folds);
  }

  // Earlier formats kept only what had come of the steps; the steps made of it have no identity.
  private static OrderHistory readSummary(OrderReceipt receipt, StateReader in) {
    List<OrderStep> steps = new ArrayList<>();
    add(steps, EventType.ORDER_FIRST_CONTACTED, in.moment(), "", false, "");
    Instant repliedAt = in.moment();
    add(steps, EventType.ORDER_REPLIED, repliedAt, in.text(), false, "");
    Instant calledBackAt = in.moment();
    boolean answered = in.small() == 1;
    add(steps, EventType.ORDER_CALLED_BACK, calledBackAt, "", answered, in.text());
    in.moment();
    return new OrderHistory(receipt, steps, in.count());
  }

  private static void add(
      List<OrderStep> steps,
      EventType type,
      Instant time,
      String outcome,
      boolean answered,
      String satisfaction) {
    if (time != null) {
      List<OrderStep> longer =
          Step.with(steps, new OrderStep(type, time, outcome, answered, satisfaction, 0));
      steps.clear();
      steps.addAll(longer);
    }
  }
}
