package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.grid.GridType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Visits (走访): enterprises every working day, homes in one grid of three each Thursday; some bring
 * up an issue, most are followed by a return two weeks later.
 */
final class VisitStream {

  private static final double ENTERPRISES_A_DAY = 6;
  private static final double ISSUES_A_VISIT = 0.28;
  private static final List<String> TAGS = List.of("hardest", "dearest", "hoped-for");

  /** Whom the committee takes along to a home, and how often. */
  private static final Map<String, Double> COMPANY =
      new TreeMap<>(
          Map.of(
              "owners-body", 0.35,
              "property", 0.6,
              "party-member", 0.5,
              "police", 0.2,
              "doctor", 0.15));

  /** Who was visited where, by whom. */
  private record Target(
      String type, String id, String tier, List<String> roles, DemoGrid grid, Spot spot) {}

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
    Dice company = xingqiao.dice("visit-company", day.toEpochDay());
    for (int left = dice.poisson(ENTERPRISES_A_DAY); left > 0; left--) {
      Enterprise host = dice.pick(enterprises);
      String line = line(host.attributes().get("tier"), company);
      List<String> roles =
          switch (line) {
            case "district" -> List.of("leader", "department", "service-officer");
            case "industry" -> List.of("department", "service-officer");
            default -> List.of("service-officer");
          };
      Target target = new Target("enterprise", host.id(), line, roles, host.grid(), host.spot());
      events.addAll(visit("V" + Sender.date(day) + "-" + left, target, day, dice));
    }
    if (day.getDayOfWeek() == DayOfWeek.THURSDAY) {
      events.addAll(homes(day, dice, company));
    }
    return events;
  }

  /** Leaders of the district and its industry bureaus go to key enterprises (三级三系). */
  private static String line(String tier, Dice company) {
    if (tier.equals("key")) {
      return company.chance(0.3) ? "industry" : company.chance(0.15) ? "local" : "district";
    }
    return company.chance(0.1) ? "industry" : "local";
  }

  private static List<String> company(Dice dice) {
    List<String> roles = new ArrayList<>(List.of("committee", "block-head", "volunteer"));
    COMPANY.forEach(
        (role, share) -> {
          if (dice.chance(share)) {
            roles.add(role);
          }
        });
    return roles;
  }

  private List<PlannedEvent> homes(LocalDate day, Dice dice, Dice company) {
    List<PlannedEvent> events = new ArrayList<>();
    for (DemoGrid grid : xingqiao.grids()) {
      boolean turn = (grid.number() + day.toEpochDay() / 7) % 3 == 0;
      if (turn && grid.type() == GridType.RESIDENTS_COMMITTEE) {
        String home = "home-" + grid.id().substring(3) + "-" + dice.below(90);
        Target target =
            new Target("household", home, "local", company(company), grid, dice.pick(grid.spots()));
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
    target.roles().forEach(payload.putArray("participants")::add);
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
