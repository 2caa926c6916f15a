package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.grid.GridType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Visits (走访): enterprises every working day, homes in one grid of three each Thursday; some bring
 * up an issue, most are followed by a return two weeks later.
 */
final class VisitStream {

  private static final double ENTERPRISES_A_DAY = 6;
  private static final double ISSUES_A_VISIT = 0.28;
  private static final List<String> TAGS = List.of("hardest", "dearest", "hoped-for");

  /** Who was visited where. */
  private record Target(String type, String id, String tier, DemoGrid grid, Spot spot) {}

  private final Xingqiao xingqiao;
  private final List<Enterprise> enterprises;

  VisitStream(Xingqiao xingqiao, List<Enterprise> enterprises) {
    this.xingqiao = xingqiao;
    this.enterprises = enterprises;
  }

  List<PlannedEvent> on(LocalDate day) {
    List<PlannedEvent> events = new ArrayList<>();
    if (!xingqiao.options().holidays().isWorkingDay(day)) {
      return events;
    }
    Dice dice = xingqiao.dice("visits", day.toEpochDay());
    for (int left = dice.poisson(ENTERPRISES_A_DAY); left > 0; left--) {
      Enterprise host = dice.pick(enterprises);
      String tier = host.attributes().get("tier").equals("key") ? "district" : "local";
      Target target = new Target("enterprise", host.id(), tier, host.grid(), host.spot());
      events.addAll(visit("V" + Sender.date(day) + "-" + left, target, day, dice));
    }
    if (day.getDayOfWeek() == DayOfWeek.THURSDAY) {
      events.addAll(homes(day, dice));
    }
    return events;
  }

  private List<PlannedEvent> homes(LocalDate day, Dice dice) {
    List<PlannedEvent> events = new ArrayList<>();
    for (DemoGrid grid : xingqiao.grids()) {
      boolean turn = (grid.number() + day.toEpochDay() / 7) % 3 == 0;
      if (turn && grid.type() == GridType.RESIDENTS_COMMITTEE) {
        String home = "home-" + grid.id().substring(3) + "-" + dice.below(90);
        Target target = new Target("household", home, "local", grid, dice.pick(grid.spots()));
        String id = "V" + Sender.date(day) + "-" + grid.id().substring(3);
        events.addAll(visit(id, target, day, dice));
      }
    }
    return events;
  }

  private List<PlannedEvent> visit(String id, Target target, LocalDate day, Dice dice) {
    boolean home = target.type().equals("household");
    Sender sender = home ? Sender.RESIDENTS_APP : Sender.ENTERPRISE_APP;
    LocalDateTime at = Rhythm.OFFICE.moment(day, dice);
    int minutes = dice.between(20, 95);
    Person host = Person.of(target.grid(), dice);
    List<PlannedEvent> events = new ArrayList<>();
    events.add(sender.tell(at, EventType.VISIT_HELD, id, () -> visit(target, home, minutes, host)));
    int issues = dice.poisson(ISSUES_A_VISIT);
    for (int i = 1; i <= issues; i++) {
      events.add(issue(sender, id, i, at.plusMinutes(5L * i), target, dice));
    }
    if (dice.chance(0.4 + 0.5 * target.grid().traits().quality())) {
      int reopened = issues > 0 && dice.chance(0.1) ? 1 : 0;
      LocalDateTime back = at.plusDays(14);
      String said = dice.chance(0.8) ? "satisfied" : "fairly";
      events.add(
          sender.tell(
              back,
              EventType.VISIT_REVISITED,
              id,
              () -> Payload.of("satisfaction", said).put("reopened", reopened)));
    }
    return events;
  }

  private static ObjectNode visit(Target target, boolean home, int minutes, Person host) {
    ObjectNode payload =
        Payload.of("campaign", home ? "走百居访千企进万家" : "重点企业服务包")
            .put("targetType", target.type())
            .put("targetId", target.id())
            .put("tier", target.tier());
    List<String> roles =
        home ? List.of("committee", "block-head", "volunteer") : List.of("service-officer");
    roles.forEach(payload.putArray("participants")::add);
    payload.put("minutes", minutes).put("visitor", Sender.officer(target.grid()));
    CaseText.putPerson(payload.putObject("host"), host);
    return Sender.place(payload, target.grid(), target.spot());
  }

  private static PlannedEvent issue(
      Sender sender, String visit, int number, LocalDateTime at, Target target, Dice dice) {
    String tag = dice.pick(TAGS);
    boolean solved = dice.chance(0.35);
    boolean home = target.type().equals("household");
    String category = home ? "community-life/property-service" : "business-service/policy-question";
    return sender.tell(
        at,
        EventType.VISIT_ISSUE,
        visit + "-" + number,
        () ->
            Sender.place(
                Payload.of("visitId", visit)
                    .put("category", category)
                    .put("tag", tag)
                    .put("description", home ? "希望增加电动车充电设施" : "希望了解人才与用工政策")
                    .put("solvedOnSpot", solved),
                target.grid(),
                target.spot()));
  }
}
