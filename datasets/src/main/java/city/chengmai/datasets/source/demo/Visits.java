package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import java.time.LocalDateTime;

/** Writes visits (走访) that belong to a tale. */
final class Visits {

  private Visits() {}

  /** A visit; its id is made of who was visited and when. */
  static PlannedEvent held(
      LocalDateTime at, String type, String target, int minutes, DemoGrid grid, Spot spot) {
    boolean home = type.equals("household");
    Sender sender = home ? Sender.RESIDENTS_APP : Sender.ENTERPRISE_APP;
    return sender.tell(
        at,
        EventType.VISIT_HELD,
        "V" + Sender.date(at.toLocalDate()) + "-" + target,
        () ->
            Sender.place(
                Payload.of("campaign", home ? "走百居访千企进万家" : "重点企业服务包")
                    .put("targetType", type)
                    .put("targetId", target)
                    .put("tier", "local")
                    .put("minutes", minutes)
                    .put("visitor", Sender.officer(grid)),
                grid,
                spot));
  }
}
