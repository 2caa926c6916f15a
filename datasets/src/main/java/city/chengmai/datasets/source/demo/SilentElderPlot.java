package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** An old person who lives alone (独居老人) and uses no water for days, while nobody knows why. */
record SilentElderPlot(Xingqiao xingqiao) implements Plot {

  @Override
  public String model() {
    return "silent-elder";
  }

  @Override
  public int reals() {
    return SilentHomes.REALS;
  }

  @Override
  public int lookalikes() {
    return SilentHomes.LOOKALIKES;
  }

  @Override
  public int lastBegin() {
    return 3;
  }

  @Override
  public List<PlannedEvent> opening(LocalDate day) {
    List<PlannedEvent> events = new ArrayList<>();
    for (DemoDevice meter : xingqiao.silentHomes().meters()) {
      events.add(home(day.atTime(3, 0).plusSeconds(events.size()), meter, null, null));
    }
    return events;
  }

  @Override
  public Tale tale(Scene scene) {
    SilentHomes homes = xingqiao.silentHomes();
    DemoDevice meter = homes.meter(scene.cycle(), scene.number());
    LocalDate begin = homes.begin(scene.cycle(), scene.number());
    List<PlannedEvent> events = new ArrayList<>();
    boolean unannounced = scene.real() && scene.dice().chance(0.12);
    switch (scene.variant()) {
      // The family told the committee.
      case 0, 3 ->
          events.add(
              home(begin.minusDays(1).atTime(15, 0), meter, begin.minusDays(1), begin.plusDays(6)));
      case 1, 4 ->
          events.add(
              Visits.held(
                  begin.plusDays(1).atTime(6, 30),
                  "household",
                  SilentHomes.home(meter),
                  20,
                  meter.grid(),
                  meter.spot()));
      default -> {
        // Nobody knows.
      }
    }
    LocalDate end = begin.plusDays(homes.days(scene.cycle(), scene.number()));
    boolean real = scene.real() && !unannounced;
    return new Tale(SilentHomes.home(meter), real, events, begin, end);
  }

  private PlannedEvent home(LocalDateTime at, DemoDevice meter, LocalDate from, LocalDate to) {
    boolean alone = xingqiao.silentHomes().livesAlone(meter);
    return Sender.RESIDENTS_APP.tell(
        at,
        EventType.RECORD_UPDATED,
        SilentHomes.home(meter),
        () -> {
          ObjectNode payload =
              Payload.of("recordKind", "person-group")
                  .put("app", "self-governance")
                  .put("name", "老人家庭 " + meter.id());
          ObjectNode fields = payload.putObject("attributes");
          fields.put("group", alone ? "living-alone" : "together").put("meter", meter.id());
          fields.put("status", "open");
          if (from != null) {
            fields.put("awayFrom", from.toString()).put("awayUntil", to.toString());
          }
          return Sender.place(payload, meter.grid(), meter.spot());
        });
  }
}
