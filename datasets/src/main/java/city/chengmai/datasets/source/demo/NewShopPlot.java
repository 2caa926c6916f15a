package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.grid.GridType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** A new shop that patrols saw and nobody has guided (新店指导): no visit and no welcome pack. */
record NewShopPlot(Xingqiao xingqiao) implements Plot {

  @Override
  public String model() {
    return "new-shop";
  }

  @Override
  public int reals() {
    return 6;
  }

  @Override
  public int lookalikes() {
    return 5;
  }

  @Override
  public Tale tale(Scene scene) {
    Dice dice = scene.dice();
    List<DemoGrid> streets =
        xingqiao.grids().stream().filter(grid -> grid.type() == GridType.STREET_FRONT).toList();
    DemoGrid grid = dice.pick(streets);
    Spot spot = dice.pick(grid.spots());
    String id = "enterprise-new-" + scene.name();
    LocalDate begin = scene.begin();
    List<PlannedEvent> events = new ArrayList<>();
    events.add(file(Rhythm.PATROL.moment(begin, dice), id, "open", grid, spot));
    // Somebody went there, sent the pack, or the shop closed again.
    LocalDateTime soon = Rhythm.OFFICE.moment(begin.plusDays(dice.between(1, 10)), dice);
    switch (scene.variant()) {
      case 0, 3 -> events.add(Visits.held(soon, "shop", id, 30, grid, spot));
      case 1, 4 -> events.add(pack(soon, id, grid));
      case 2 -> events.add(file(soon, id, "closed", grid, spot));
      default -> {
        // Guided on the telephone, perhaps; that stands nowhere.
      }
    }
    boolean guided = scene.real() && dice.chance(0.08);
    return Tale.of(id, scene.real() && !guided, events);
  }

  private static PlannedEvent file(
      LocalDateTime at, String id, String status, DemoGrid grid, Spot spot) {
    return Sender.STREET_APP.tell(
        at,
        EventType.ENTERPRISE_UPDATED,
        id,
        () ->
            Sender.place(
                Payload.of("name", "星桥新店" + id.substring(15))
                    .put("app", "street-front")
                    .put("status", status)
                    .put("tier", "general")
                    .put("trade", "catering")
                    .put("employees", 4)
                    .put("floorArea", 45),
                grid,
                spot));
  }

  private static PlannedEvent pack(LocalDateTime at, String id, DemoGrid grid) {
    return Sender.ENTERPRISE_APP.tell(
        at,
        EventType.PACKAGE_DELIVERED,
        "B" + Sender.date(at.toLocalDate()) + "-" + id,
        () ->
            Payload.of("enterpriseId", id)
                .put("part", "welcome")
                .put("confirmed", true)
                .put("areaId", grid.id()));
  }
}
