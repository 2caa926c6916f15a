package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Files of enterprises and buildings (一企一档, 一楼一档): all of them on the first day, then changes,
 * moves, service packages, and what enterprises ask for.
 */
final class EnterpriseStream {

  private static final double UPDATES_A_DAY = 4;

  /** No enterprise is updated twice a day: each of so many updates has enterprises of its own. */
  private static final int FILES = 10;

  private static final double APPEALS_A_DAY = 2;
  private static final double PACKAGES_A_DAY = 2;
  private static final double MOVES_A_DAY = 0.7;

  /** What enterprises ask for: unit that answers and words, by category. */
  private static final Map<String, List<String>> NEEDS =
      Map.of(
          "business-service/policy-question", List.of("营商服务办", "咨询租金补贴与人才落户政策"),
          "business-service/premises-repair", List.of("楼宇工作站", "楼宇空调与车库排水需要报修"),
          "business-service/kitchen-smoke", List.of("市场监管所", "咨询餐饮排烟改造要求"));

  private static final List<String> PARTS =
      List.of("general-policy", "individual-policy", "appeal-interaction", "welcome");

  private final Xingqiao xingqiao;
  private final List<Building> buildings;
  private final List<Enterprise> enterprises;

  EnterpriseStream(Xingqiao xingqiao, List<Building> buildings, List<Enterprise> enterprises) {
    this.xingqiao = xingqiao;
    this.buildings = buildings;
    this.enterprises = enterprises;
  }

  List<PlannedEvent> on(LocalDate day) {
    List<PlannedEvent> events = new ArrayList<>();
    if (day.equals(xingqiao.options().firstDay())) {
      events.addAll(everything(day));
    } else if (xingqiao.options().holidays().isWorkingDay(day)) {
      Dice dice = xingqiao.dice("enterprises", day.toEpochDay());
      for (int left = Math.min(FILES, dice.poisson(UPDATES_A_DAY)); left > 0; left--) {
        events.add(update(day, left, dice));
      }
      for (int left = dice.poisson(APPEALS_A_DAY); left > 0; left--) {
        events.addAll(appeal("Z" + Sender.date(day) + "-" + left, day, dice));
      }
      for (int left = dice.poisson(PACKAGES_A_DAY); left > 0; left--) {
        events.add(delivery("B" + Sender.date(day) + "-" + left, day, dice));
      }
      if (dice.chance(MOVES_A_DAY)) {
        events.add(move(day, dice));
      }
    }
    return events;
  }

  private List<PlannedEvent> everything(LocalDate day) {
    List<PlannedEvent> events = new ArrayList<>();
    LocalDateTime at = day.atTime(1, 0);
    for (Building building : buildings) {
      at = at.plusSeconds(1);
      Dice dice = xingqiao.dice("building-file", building.id().hashCode());
      String tax = dice.chance(0.15) ? "1-billion" : dice.chance(0.4) ? "100-million" : "below";
      events.add(
          Sender.RECORDS.tell(
              at,
              EventType.BUILDING_UPDATED,
              building.id(),
              () -> file(building).put("taxClass", tax)));
    }
    for (Enterprise enterprise : enterprises) {
      at = at.plusSeconds(1);
      events.add(
          Sender.RECORDS.tell(
              at, EventType.ENTERPRISE_UPDATED, enterprise.id(), () -> file(enterprise)));
      if (enterprise.attributes().containsKey("buildingId")) {
        events.add(occupancy(enterprise, "moved-in", at));
      }
    }
    return events;
  }

  private PlannedEvent update(LocalDate day, int number, Dice dice) {
    Enterprise enterprise =
        enterprises.get(dice.below(enterprises.size() / FILES) * FILES + number - 1);
    int employees = (int) Math.round(dice.logNormal(14, 1.0) + 1);
    return Sender.ENTERPRISE_APP.tell(
        Rhythm.OFFICE.moment(day, dice),
        EventType.ENTERPRISE_UPDATED,
        enterprise.id(),
        () -> {
          ObjectNode payload = Payload.of("app", "enterprise-service").put("employees", employees);
          payload.put("editor", Sender.officer(enterprise.grid()));
          payload
              .putArray("changes")
              .addObject()
              .put("field", "employees")
              .put("after", "" + employees);
          return payload;
        });
  }

  private List<PlannedEvent> appeal(String id, LocalDate day, Dice dice) {
    Enterprise enterprise = dice.pick(enterprises);
    double quality = enterprise.grid().traits().quality();
    LocalDateTime raised = Rhythm.OFFICE.moment(day, dice);
    LocalDateTime sent = xingqiao.dutyHours().after(raised, dice.between(20, 300));
    long minutes = Math.round(dice.logNormal(1500 - 700 * quality, 0.7));
    Dice turns = xingqiao.dice("appeal-turns", id.hashCode());
    // The first unit that it is given to is not always the one that answers.
    boolean astray = turns.chance(0.15);
    LocalDateTime right =
        astray ? xingqiao.dutyHours().after(sent, Level.workingDayMinutes()) : sent;
    LocalDateTime closed = xingqiao.dutyHours().after(right, minutes);
    LocalDateTime due = xingqiao.dutyHours().after(raised, 5 * Level.workingDayMinutes());
    Person contact = Person.of(enterprise.grid(), dice);
    String category =
        turns.chance(0.7)
            ? "business-service/policy-question"
            : turns.chance(0.7)
                ? "business-service/premises-repair"
                : "business-service/kitchen-smoke";
    List<String> need = NEEDS.get(category);
    String outcome = dice.chance(0.9) ? "solved" : dice.chance(0.9) ? "explained" : "unsolved";
    String said =
        dice.chance(0.6 + 0.35 * quality)
            ? "satisfied"
            : turns.chance(0.3) ? "dissatisfied" : "fairly";
    List<PlannedEvent> events = new ArrayList<>();
    if (astray) {
      events.add(
          Sender.ENTERPRISE_APP.tell(
              sent, EventType.APPEAL_DISPATCHED, id, () -> Payload.of("unit", "综合受理台")));
    }
    events.addAll(
        List.of(
            Sender.ENTERPRISE_APP.tell(
                raised,
                EventType.APPEAL_RAISED,
                id,
                () -> {
                  ObjectNode payload =
                      Payload.of("enterpriseId", enterprise.id())
                          .put("category", category)
                          .put("channel", "app")
                          .put("description", need.get(1))
                          .put("dueAt", Payload.moment(due));
                  CaseText.putPerson(payload.putObject("contact"), contact);
                  return Sender.place(payload, enterprise.grid(), enterprise.spot());
                }),
            Sender.ENTERPRISE_APP.tell(
                right, EventType.APPEAL_DISPATCHED, id, () -> Payload.of("unit", need.get(0))),
            Sender.ENTERPRISE_APP.tell(
                closed,
                EventType.APPEAL_CLOSED,
                id,
                () -> Payload.of("outcome", outcome).put("satisfaction", said))));
    return events;
  }

  private PlannedEvent delivery(String id, LocalDate day, Dice dice) {
    Enterprise enterprise = dice.pick(enterprises);
    String part = dice.pick(PARTS);
    boolean confirmed = dice.chance(0.9);
    return Sender.ENTERPRISE_APP.tell(
        Rhythm.OFFICE.moment(day, dice),
        EventType.PACKAGE_DELIVERED,
        id,
        () ->
            Payload.of("enterpriseId", enterprise.id())
                .put("part", part)
                .put("confirmed", confirmed)
                .put("areaId", enterprise.grid().id()));
  }

  private PlannedEvent move(LocalDate day, Dice dice) {
    List<Enterprise> tenants =
        enterprises.stream().filter(one -> one.attributes().containsKey("buildingId")).toList();
    String change = dice.chance(0.5) ? "resized" : "moved-out";
    return occupancy(dice.pick(tenants), change, Rhythm.OFFICE.moment(day, dice));
  }

  private static PlannedEvent occupancy(Enterprise enterprise, String change, LocalDateTime at) {
    String building = enterprise.attributes().get("buildingId");
    boolean gone = change.equals("moved-out");
    double area = Double.parseDouble(enterprise.attributes().getOrDefault("floorArea", "120"));
    return Sender.ENTERPRISE_APP.tell(
        at,
        EventType.OCCUPANCY_CHANGED,
        building + "." + enterprise.id(),
        () ->
            Sender.place(
                Payload.of("buildingId", building)
                    .put("enterpriseId", enterprise.id())
                    .put("change", change)
                    .put("floorArea", gone ? 0 : area),
                enterprise.grid(),
                enterprise.spot()));
  }

  private static ObjectNode file(Building building) {
    ObjectNode payload = Payload.of("name", building.name()).put("app", "import");
    building
        .attributes()
        .forEach(
            (name, value) -> {
              if (name.equals("grade")) {
                payload.put(name, value);
              } else {
                payload.put(name, Long.parseLong(value));
              }
            });
    payload.put("steward", Sender.officer(building.grid()));
    return Sender.place(payload, building.grid(), building.spot());
  }

  private static ObjectNode file(Enterprise enterprise) {
    ObjectNode payload = Payload.of("name", enterprise.name()).put("app", "import");
    for (String text : List.of("tier", "trade", "status", "buildingId")) {
      if (enterprise.attributes().containsKey(text)) {
        payload.put(text, enterprise.attributes().get(text));
      }
    }
    for (String number : List.of("employees", "floorArea")) {
      if (enterprise.attributes().containsKey(number)) {
        payload.put(number, Long.parseLong(enterprise.attributes().get(number)));
      }
    }
    return Sender.place(payload, enterprise.grid(), enterprise.spot());
  }
}
