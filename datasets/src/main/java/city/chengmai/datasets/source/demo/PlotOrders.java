package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.List;

/** Writes hotline orders of a tale, without a case behind them. */
record PlotOrders(Xingqiao xingqiao) {

  /**
   * What is told of an order.
   *
   * @param id of the order
   * @param at when it is received
   * @param text what the caller says
   * @param solved whether it is solved in the end
   */
  record Matter(
      String id,
      LocalDateTime at,
      String leaf,
      Person caller,
      DemoGrid grid,
      Spot spot,
      String text,
      boolean solved) {}

  List<PlannedEvent> of(Matter matter) {
    LocalDateTime contact = xingqiao.dutyHours().after(matter.at(), 90);
    LocalDateTime replied = xingqiao.dutyHours().after(matter.at(), 300);
    Sender hotline = new Sender(Channel.HOTLINE.source());
    return List.of(
        hotline.tell(matter.at(), EventType.ORDER_RECEIVED, matter.id(), () -> received(matter)),
        hotline.tell(
            contact,
            EventType.ORDER_FIRST_CONTACTED,
            matter.id(),
            () -> Payload.of("officer", Sender.officer(matter.grid()))),
        hotline.tell(
            replied,
            EventType.ORDER_REPLIED,
            matter.id(),
            () -> Payload.of("outcome", matter.solved() ? "solved" : "explained")),
        hotline.tell(
            xingqiao.dutyHours().after(replied.plusDays(1), 120),
            EventType.ORDER_CALLED_BACK,
            matter.id(),
            () ->
                Payload.empty()
                    .put("answered", true)
                    .put("solved", matter.solved())
                    .put("satisfaction", matter.solved() ? "satisfied" : "dissatisfied")));
  }

  private ObjectNode received(Matter matter) {
    LocalDateTime due = xingqiao.dutyHours().after(matter.at(), Level.workingDayMinutes());
    ObjectNode payload =
        Payload.of("category", matter.leaf())
            .put("demanderType", "resident")
            .put("contactNeeded", true)
            .put("dueAt", Payload.moment(due))
            .put("description", matter.spot().address() + matter.text());
    CaseText.putPerson(payload.putObject("caller"), matter.caller());
    return Sender.place(payload, matter.grid(), matter.spot());
  }
}
