package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.intake.Refusal;
import city.chengmai.ingest.row.Fact;
import city.chengmai.ingest.row.FactTable;
import city.chengmai.ingest.row.RowWriter;
import java.time.Instant;
import java.util.List;

/** The life of a 12345 hotline order (工单): received, first contacted, replied, called back. */
final class OrderFold implements Fold {

  @Override
  public String stateKey(Sighting sighting) {
    return "order/" + sighting.event().subject();
  }

  /** Everything may be revised: the order is folded anew. */
  @Override
  public String fixed(Event event) {
    return "";
  }

  @Override
  public Folded fold(byte[] bytes, Sighting sighting, RowWriter writer) throws Refusal {
    OrderHistory history = next(bytes == null ? null : OrderHistory.of(bytes), sighting);
    byte[] row = OrderState.of(history).row(sighting, writer);
    Fact fact = new Fact(FactTable.HOTLINE_ORDERS, sighting.event().subject(), row);
    return new Folded(history.toBytes(), fact, history.receipt().place());
  }

  private static OrderHistory next(OrderHistory before, Sighting sighting) throws Refusal {
    if (sighting.event().type() == EventType.ORDER_RECEIVED) {
      return received(before, sighting);
    }
    if (before == null) {
      throw Refusal.missing(
          name(sighting)
              + " came for an order that was never received; missing before it: "
              + EventType.ORDER_RECEIVED.localName());
    }
    requireAfterReceipt(before.receipt().at(), name(sighting), sighting.event().time());
    return sighting.isRevision() ? revised(before, sighting) : before.with(OrderStep.of(sighting));
  }

  private static OrderHistory received(OrderHistory before, Sighting sighting) throws Refusal {
    if (before == null) {
      return new OrderHistory(OrderReceipt.of(sighting), List.of(), 1);
    }
    if (!sighting.isRevision()) {
      throw impossible(name(sighting) + " came for an order that was received before");
    }
    for (OrderStep step : before.steps()) {
      requireAfterReceipt(sighting.event().time(), step.type().localName(), step.time());
    }
    return new OrderHistory(OrderReceipt.of(sighting), before.steps(), before.folds() + 1);
  }

  private static OrderHistory revised(OrderHistory before, Sighting sighting) throws Refusal {
    List<OrderStep> steps = Step.revised(before.steps(), OrderStep.of(sighting));
    if (steps == null) {
      throw Revisions.unknownStep("order");
    }
    return new OrderHistory(before.receipt(), steps, before.folds() + 1);
  }

  private static void requireAfterReceipt(Instant received, String step, Instant time)
      throws Refusal {
    if (time.isBefore(received)) {
      throw impossible(step + " at " + time + ", but received " + received);
    }
  }

  private static String name(Sighting sighting) {
    return sighting.event().type().localName();
  }

  private static Refusal impossible(String detail) {
    return new Refusal(DeadLetterReason.IMPOSSIBLE_ORDER, detail);
  }
}
