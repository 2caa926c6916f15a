package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.intake.Refusal;
import city.chengmai.ingest.row.Fact;
import city.chengmai.ingest.row.FactTable;
import city.chengmai.ingest.row.RowWriter;

/** The life of a 12345 hotline order (工单): received, first contacted, replied, called back. */
final class OrderFold implements Fold {

  @Override
  public String stateKey(Sighting sighting) {
    return "order/" + sighting.event().subject();
  }

  @Override
  public Folded fold(byte[] bytes, Sighting sighting, RowWriter writer) throws Refusal {
    OrderState state = bytes == null ? null : OrderState.of(bytes);
    boolean isFirst = sighting.event().type() == EventType.ORDER_RECEIVED;
    if (isFirst != (state == null)) {
      throw impossible(sighting, isFirst ? "was received before" : "was never received");
    }
    OrderState next = isFirst ? OrderState.received(sighting) : state.with(sighting);
    Fact fact =
        new Fact(FactTable.HOTLINE_ORDERS, sighting.event().subject(), next.row(sighting, writer));
    return new Folded(next.toBytes(), fact, next.place());
  }

  private static Refusal impossible(Sighting sighting, String seen) {
    return new Refusal(
        DeadLetterReason.IMPOSSIBLE_ORDER,
        sighting.event().type().localName() + " came for an order that " + seen);
  }
}
