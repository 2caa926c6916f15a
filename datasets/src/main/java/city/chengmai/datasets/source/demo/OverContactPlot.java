package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** An enterprise to which one department comes after another (多头打扰). */
record OverContactPlot(Xingqiao xingqiao, List<Enterprise> enterprises) implements Plot {

  private static final List<String> DEPARTMENTS =
      List.of("market-supervision", "work-safety", "health-inspection", "urban-management");

  @Override
  public String model() {
    return "over-contacted";
  }

  @Override
  public int reals() {
    return 6;
  }

  @Override
  public int lookalikes() {
    return 4;
  }

  @Override
  public Tale tale(Scene scene) {
    Dice dice = scene.dice();
    Enterprise host =
        enterprises.get((scene.cycle() * 37 + scene.number() * 23) % enterprises.size());
    List<PlannedEvent> events = new ArrayList<>();
    // They asked for help themselves, or it was little.
    boolean asked = scene.variant() == 0 || scene.variant() == 2;
    int contacts = scene.real() || asked ? dice.between(6, 9) : 3;
    LocalDate day = scene.begin();
    for (int i = 0; i < contacts; i++) {
      LocalDateTime at = Rhythm.OFFICE.moment(day, dice);
      if (asked && i % 2 == 0) {
        events.add(appeal(host, at.minusHours(20), scene, i));
      }
      events.add(asked || i % 2 == 0 ? visit(host, at, dice) : inspection(host, at, i));
      day = day.plusDays(dice.between(2, 4));
    }
    events.removeIf(event -> event.at().toLocalDate().isBefore(scene.begin()));
    return Tale.of(host.id(), scene.real(), events);
  }

  private static PlannedEvent visit(Enterprise host, LocalDateTime at, Dice dice) {
    return Visits.held(at, "enterprise", host.id(), dice.between(15, 50), host.grid(), host.spot());
  }

  private static PlannedEvent appeal(Enterprise host, LocalDateTime at, Scene scene, int number) {
    return Sender.ENTERPRISE_APP.tell(
        at,
        EventType.APPEAL_RAISED,
        "Z" + Sender.date(at.toLocalDate()) + "-" + scene.name() + "-" + number,
        () ->
            Sender.place(
                Payload.of("enterpriseId", host.id())
                    .put("category", "business-service/policy-question")
                    .put("channel", "app")
                    .put("description", "请上门指导申报材料"),
                host.grid(),
                host.spot()));
  }

  private static PlannedEvent inspection(Enterprise host, LocalDateTime at, int number) {
    String department = DEPARTMENTS.get(number % DEPARTMENTS.size());
    return Sender.MARKET_SUPERVISION.tell(
        at,
        EventType.ENFORCEMENT_INSPECTION,
        "I" + Sender.date(at.toLocalDate()) + "-" + host.id(),
        () -> {
          var payload = Payload.of("enterpriseId", host.id()).put("party", host.name());
          payload.putArray("departments").add(department);
          payload.putArray("items").add("日常检查");
          payload.put("findings", 0).put("planned", true).put("peakHour", false);
          return Sender.place(payload, host.grid(), host.spot());
        });
  }
}
