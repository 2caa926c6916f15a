package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * A room that may be let, with what two offices hold about it: the licence and the electricity.
 *
 * @param id tells it apart
 * @param grid where it is
 * @param spot where in the grid
 */
record Premises(String id, DemoGrid grid, Spot spot) {

  static Premises of(String id, Xingqiao xingqiao, Dice dice) {
    DemoGrid grid = dice.pick(xingqiao.grids());
    return new Premises(id, grid, dice.pick(grid.spots()));
  }

  /** Record id of the licence. */
  String licence() {
    return "licence-" + id;
  }

  /** Record id of the meter. */
  String meter() {
    return "electricity-meter-" + id;
  }

  /** What the power supplier tells once a month of the 30 days past and those before. */
  PlannedEvent electricity(LocalDate day, String use, double now, double before) {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("kind", "electricity-meter");
    attributes.put("premises", id);
    attributes.put("use", use);
    attributes.put("kilowattHours", "" + Math.round(now));
    attributes.put("kilowattHoursBefore", "" + Math.round(before));
    return record(day.atTime(5, 10), meter(), "device", "电表 " + id, attributes);
  }

  /** What market supervision holds: the state is {@code valid} or {@code cancelled}. */
  PlannedEvent licence(LocalDate day, String state, LocalDate since) {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("licence", state);
    attributes.put("licensedOn", since.toString());
    attributes.put("premises", id);
    attributes.put("status", "open");
    attributes.put("tier", "general");
    attributes.put("trade", "retail");
    attributes.put("employees", "3");
    attributes.put("floorArea", "60");
    attributes.put("registeredYear", "" + since.getYear());
    return record(day.atTime(5, 40), licence(), "enterprise", "星桥执照" + id, attributes);
  }

  /** Somebody went there for so many minutes. */
  PlannedEvent visit(LocalDateTime at, String type, String target, int minutes) {
    return Visits.held(at, type, target, minutes, grid, spot);
  }

  private PlannedEvent record(
      LocalDateTime at, String record, String kind, String name, Map<String, String> attributes) {
    return Sender.RECORDS.tell(
        at,
        EventType.RECORD_UPDATED,
        record,
        () -> {
          ObjectNode payload =
              Payload.of("recordKind", kind).put("app", "import").put("name", name);
          ObjectNode fields = payload.putObject("attributes");
          attributes.forEach(fields::put);
          return Sender.place(payload, grid, spot);
        });
  }
}
