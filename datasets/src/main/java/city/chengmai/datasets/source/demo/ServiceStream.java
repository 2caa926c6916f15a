package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * Services and joint activities (服务、联合活动) of {@code services.csv}: so many a working day, a quarter
 * of it on others, at or for entries of the registers; and the calls of {@link VehicleStream}.
 */
final class ServiceStream {

  private static final double REST_DAY = 0.25;

  private final Xingqiao xingqiao;
  private final RegisterStream registers;
  private final VehicleStream vehicles;
  private final List<CSVRecord> kinds = CsvResource.read("services.csv");

  ServiceStream(Xingqiao xingqiao, RegisterStream registers) {
    this.xingqiao = xingqiao;
    this.registers = registers;
    this.vehicles = new VehicleStream(xingqiao, registers);
  }

  List<PlannedEvent> on(LocalDate day) {
    List<PlannedEvent> events = new ArrayList<>();
    if (day.isBefore(xingqiao.options().firstDay().plusDays(RegisterStream.QUIET_DAYS))) {
      return events;
    }
    boolean working = xingqiao.options().holidays().isWorkingDay(day);
    for (CSVRecord kind : kinds) {
      Dice dice = xingqiao.dice("service-" + kind.get("kind"), day.toEpochDay());
      double mean = Double.parseDouble(kind.get("mean")) * (working ? 1 : REST_DAY);
      for (int left = dice.poisson(mean); left > 0; left--) {
        events.addAll(service(kind, left, day, dice));
      }
    }
    events.addAll(vehicles.on(day));
    return events;
  }

  private List<PlannedEvent> service(CSVRecord kind, int number, LocalDate day, Dice dice) {
    Facility target = pick(kind.get("target"), day, dice);
    Facility facility = pick(kind.get("facility"), day, dice);
    Facility item = pick(kind.get("item"), day, dice);
    if (target == null && !kind.get("target").isEmpty()) {
      return List.of();
    }
    DemoGrid grid =
        target != null
            ? target.grid()
            : facility != null ? facility.grid() : dice.pick(registers.grids(kind.get("grids")));
    Spot spot =
        target != null
            ? target.spot()
            : facility != null ? facility.spot() : dice.pick(grid.spots());
    LocalDateTime at = Rhythm.named(kind.get("rhythm")).moment(day, dice);
    ObjectNode payload = Payload.of("kind", kind.get("kind"));
    put(payload, "targetId", target);
    put(payload, "facilityId", facility);
    put(payload, "itemId", item);
    tell(kind, payload, at, grid, dice);
    String id = "S" + Sender.date(day) + "-" + kind.get("kind") + "-" + number;
    Sender sender = sender(kind.get("sender"));
    return List.of(
        sender.tell(
            at, EventType.SERVICE_HELD, id, () -> Sender.place(payload.deepCopy(), grid, spot)));
  }

  private static void tell(
      CSVRecord kind, ObjectNode payload, LocalDateTime at, DemoGrid grid, Dice dice) {
    int people = 0;
    if (!kind.get("participants").isEmpty()) {
      people = Fields.whole(kind.get("participants"), dice);
      payload.put("participants", people);
    }
    if (!kind.get("outcome").isEmpty()) {
      payload.put("outcome", outcome(kind.get("outcome"), grid, dice));
    }
    if (!kind.get("plan").isEmpty()) {
      boolean late = !dice.chance(Double.parseDouble(kind.get("plan")));
      LocalDateTime planned = at.minusMinutes(late ? dice.between(20, 90) : dice.between(-10, 11));
      payload.put("plannedFor", Payload.moment(planned));
    }
    payload.put("endsAt", Payload.moment(at.plusMinutes(Fields.whole(kind.get("minutes"), dice))));
    Map<String, String> fields =
        Fields.draw(kind.get("attributes"), Map.of("participants", "" + people), dice);
    if (!fields.isEmpty()) {
      ObjectNode attributes = payload.putObject("attributes");
      fields.forEach(attributes::put);
    }
    if (!kind.get("partners").isEmpty()) {
      ArrayNode partners = payload.putArray("partners");
      Fields.parts(kind.get("partners"), "|").forEach(partners::add);
    }
    if (!kind.get("person").isEmpty()) {
      payload.put("person", Person.of(grid, dice).name());
    }
    payload.put("officer", Sender.officer(grid));
  }

  /** Well-run grids have more good outcomes. */
  private static String outcome(String described, DemoGrid grid, Dice dice) {
    int colon = described.indexOf(':');
    int slash = described.indexOf('/');
    double good = Double.parseDouble(described.substring(colon + 1));
    return dice.chance(good + 0.2 * (grid.traits().quality() - 0.5))
        ? described.substring(0, slash)
        : described.substring(slash + 1, colon);
  }

  private Facility pick(String register, LocalDate day, Dice dice) {
    List<Facility> standing = registers.standing(register, day);
    return standing.isEmpty() ? null : dice.pick(standing);
  }

  private static void put(ObjectNode payload, String member, Facility facility) {
    if (facility != null) {
      payload.put(member, facility.id());
    }
  }

  /** The app of a row of the tables. */
  static Sender sender(String name) {
    return switch (name) {
      case "residents" -> Sender.RESIDENTS_APP;
      case "street" -> Sender.STREET_APP;
      default -> Sender.ENTERPRISE_APP;
    };
  }
}
