package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Inspections, orders and interviews (执法) of a day: shops by one department or by several at once
 * (综合查一次), sites by urban management and work safety.
 */
final class EnforcementStream {

  private static final double INSPECTIONS_A_DAY = 5;
  private static final double INTERVIEWS_A_DAY = 0.08;
  private static final List<Sender> INSPECTORS =
      List.of(
          Sender.MARKET_SUPERVISION,
          Sender.HEALTH_INSPECTION,
          Sender.WORK_SAFETY,
          Sender.URBAN_MANAGEMENT,
          Sender.EMERGENCY_OFFICE,
          Sender.POLICE);
  private static final List<String> ITEMS = List.of("经营许可", "食品安全", "安全生产", "门前责任", "消防设施", "治安管理");

  private final Xingqiao xingqiao;
  private final List<Enterprise> enterprises;

  EnforcementStream(Xingqiao xingqiao, List<Enterprise> enterprises) {
    this.xingqiao = xingqiao;
    this.enterprises = enterprises;
  }

  List<PlannedEvent> on(LocalDate day) {
    Dice dice = xingqiao.dice("enforcement", day.toEpochDay());
    List<PlannedEvent> events = new ArrayList<>();
    if (!xingqiao.options().holidays().isWorkingDay(day)) {
      return events;
    }
    for (int left = dice.poisson(INSPECTIONS_A_DAY); left > 0; left--) {
      events.addAll(inspection("I" + Sender.date(day) + "-" + left, day, dice));
    }
    if (dice.chance(INTERVIEWS_A_DAY)) {
      events.add(interview("T" + Sender.date(day), day, dice));
    }
    return events;
  }

  private List<PlannedEvent> inspection(String id, LocalDate day, Dice dice) {
    Enterprise shop = dice.pick(enterprises);
    int first = dice.below(INSPECTORS.size());
    int departments = dice.chance(0.45) ? dice.between(2, 4) : 1;
    LocalDateTime at = Rhythm.OFFICE.moment(day, dice);
    int findings = dice.poisson(1.4 - shop.grid().traits().quality());
    boolean planned = dice.chance(0.7);
    boolean busy = at.getHour() >= 11 && at.getHour() < 13;
    Sender sender = INSPECTORS.get(first);
    List<PlannedEvent> events = new ArrayList<>();
    events.add(
        sender.tell(
            at,
            EventType.ENFORCEMENT_INSPECTION,
            id,
            () ->
                party(shop, first, departments)
                    .put("findings", findings)
                    .put("planned", planned)
                    .put("peakHour", busy)));
    if (findings > 1) {
      events.addAll(notice("N" + id.substring(1), shop, first, at.plusMinutes(40), dice));
    }
    return events;
  }

  private List<PlannedEvent> notice(
      String id, Enterprise shop, int first, LocalDateTime at, Dice dice) {
    Sender sender = INSPECTORS.get(first);
    LocalDateTime due = at.plusDays(7);
    double hours = dice.logNormal(100 - 50 * shop.grid().traits().quality(), 0.5);
    String done = dice.chance(0.93) ? "complete" : "partial";
    return List.of(
        sender.tell(
            at,
            EventType.ENFORCEMENT_NOTICE,
            id,
            () -> party(shop, first, 1).put("dueAt", Payload.moment(due))),
        sender.tell(
            at.plusMinutes(Math.round(60 * hours)),
            EventType.ENFORCEMENT_RECTIFIED,
            id,
            () -> Payload.of("rectification", done)));
  }

  private PlannedEvent interview(String id, LocalDate day, Dice dice) {
    Site site = dice.pick(xingqiao.sites());
    Spot spot = new Spot(site.middle(), site.nameZh());
    return Sender.URBAN_MANAGEMENT.tell(
        Rhythm.OFFICE.moment(day, dice),
        EventType.ENFORCEMENT_INTERVIEW,
        id,
        () -> {
          ObjectNode payload = Payload.of("siteId", site.id()).put("party", site.nameZh());
          payload.putArray("departments").add("urban-management").add("work-safety");
          payload.putArray("items").add("夜间施工扰民");
          return Sender.place(payload, site.home(), spot);
        });
  }

  private static ObjectNode party(Enterprise shop, int first, int count) {
    ObjectNode payload = Payload.of("enterpriseId", shop.id()).put("party", shop.name());
    ArrayNode departments = payload.putArray("departments");
    ArrayNode items = payload.putArray("items");
    for (int i = 0; i < count; i++) {
      int inspector = (first + i) % INSPECTORS.size();
      departments.add(INSPECTORS.get(inspector).source().substring("demo/".length()));
      items.add(ITEMS.get(inspector));
    }
    payload.put("officer", Sender.officer(shop.grid()));
    return Sender.place(payload, shop.grid(), shop.spot());
  }
}
