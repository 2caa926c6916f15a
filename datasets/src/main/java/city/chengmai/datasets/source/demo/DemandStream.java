package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * Demands (需求) of {@code demands.csv}: most are matched after some days, most of these are met;
 * some wait for good.
 */
final class DemandStream {

  private static final double REST_DAY = 0.25;
  private static final int MINUTES_OF_DAY = 24 * 60;

  private final Xingqiao xingqiao;
  private final RegisterStream registers;
  private final List<Enterprise> enterprises;
  private final List<CSVRecord> kinds = CsvResource.read("demands.csv");

  DemandStream(Xingqiao xingqiao, RegisterStream registers, List<Enterprise> enterprises) {
    this.xingqiao = xingqiao;
    this.registers = registers;
    this.enterprises = enterprises;
  }

  List<PlannedEvent> on(LocalDate day) {
    List<PlannedEvent> events = new ArrayList<>();
    if (day.isBefore(xingqiao.options().firstDay().plusDays(RegisterStream.QUIET_DAYS))) {
      return events;
    }
    boolean working = xingqiao.options().holidays().isWorkingDay(day);
    for (CSVRecord kind : kinds) {
      Dice dice = xingqiao.dice("demand-" + kind.get("kind"), day.toEpochDay());
      double mean = Double.parseDouble(kind.get("mean")) * (working ? 1 : REST_DAY);
      for (int left = dice.poisson(mean); left > 0; left--) {
        String id = "N" + Sender.date(day) + "-" + kind.get("kind") + "-" + left;
        events.addAll(demand(kind, id, day, dice));
      }
    }
    return events;
  }

  private List<PlannedEvent> demand(CSVRecord kind, String id, LocalDate day, Dice dice) {
    boolean firm = kind.get("demander").equals("enterprise");
    Enterprise enterprise = firm ? dice.pick(enterprises) : null;
    DemoGrid grid = firm ? enterprise.grid() : dice.pick(registers.grids(kind.get("grids")));
    Spot spot = firm ? enterprise.spot() : dice.pick(grid.spots());
    Sender sender = ServiceStream.sender(kind.get("sender"));
    LocalDateTime raised = Rhythm.OFFICE.moment(day, dice);
    ObjectNode payload =
        Payload.of("kind", kind.get("kind"))
            .put("channel", word(kind.get("channels"), dice))
            .put("demander", kind.get("demander"))
            .put("description", word(kind.get("texts"), dice));
    if (firm) {
      payload.put("demanderId", enterprise.id());
    }
    String item = put(payload, "itemId", kind.get("item"), day, dice);
    put(payload, "facilityId", kind.get("facility"), day, dice);
    if (!kind.get("person").isEmpty()) {
      payload.put("person", Person.of(grid, dice).name());
    }
    Map<String, String> fields = Fields.draw(kind.get("attributes"), Map.of(), dice);
    if (!fields.isEmpty()) {
      ObjectNode attributes = payload.putObject("attributes");
      fields.forEach(attributes::put);
    }
    List<PlannedEvent> events = new ArrayList<>();
    events.add(
        sender.tell(
            raised,
            EventType.DEMAND_RAISED,
            id,
            () -> Sender.place(payload.deepCopy(), grid, spot)));
    answer(kind, id, raised, item, sender, dice, events);
    return events;
  }

  private void answer(
      CSVRecord kind,
      String id,
      LocalDateTime raised,
      String item,
      Sender sender,
      Dice dice,
      List<PlannedEvent> events) {
    double days = dice.logNormal(Double.parseDouble(kind.get("days")), 0.7);
    LocalDateTime matched = raised.plusMinutes(Math.round(days * MINUTES_OF_DAY));
    LocalDateTime closed = matched.plusMinutes(Math.round(dice.between(0.2, 4) * MINUTES_OF_DAY));
    boolean found = dice.chance(Double.parseDouble(kind.get("matched")));
    if (found) {
      events.add(
          sender.tell(
              matched,
              EventType.DEMAND_MATCHED,
              id,
              () -> {
                ObjectNode payload = Payload.of("unit", "营商服务办");
                if (!item.isEmpty()) {
                  payload.put("itemId", item);
                }
                return payload;
              }));
    }
    // Some are taken back; of the others those that were matched come to an end.
    boolean over = dice.chance(found ? Double.parseDouble(kind.get("closed")) : 0.3);
    String outcome = !found ? "withdrawn" : dice.chance(0.85) ? "met" : "explained";
    if (over) {
      events.add(
          sender.tell(closed, EventType.DEMAND_CLOSED, id, () -> Payload.of("outcome", outcome)));
    }
  }

  private String put(ObjectNode payload, String member, String register, LocalDate day, Dice dice) {
    List<Facility> standing = registers.standing(register, day);
    if (standing.isEmpty()) {
      return "";
    }
    // Some items are wished for much more than others.
    String id = standing.get(dice.skewedBelow(standing.size())).id();
    payload.put(member, id);
    return id;
  }

  private static String word(String words, Dice dice) {
    return dice.pick(Fields.parts(words, "|"));
  }
}
