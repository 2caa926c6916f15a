package city.chengmai.datasets.source.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Everything that begins on a day, with all that follows from it later. */
final class DayPlan {

  private final RecordStream records;
  private final CaseStream cases;
  private final OrderStream orders;
  private final PatrolStream patrols;
  private final NoiseStream noise;
  private final DeviceStream devices;

  DayPlan(Xingqiao xingqiao) {
    this.records = new RecordStream(xingqiao);
    this.cases = new CaseStream(xingqiao);
    this.orders = new OrderStream(xingqiao);
    this.patrols = new PatrolStream(xingqiao);
    this.noise = new NoiseStream(xingqiao);
    this.devices = new DeviceStream(xingqiao);
  }

  List<PlannedEvent> of(LocalDate day) {
    List<CaseStory> stories = cases.on(day);
    List<PlannedEvent> events = new ArrayList<>(records.on(day));
    events.addAll(orders.on(day, stories));
    stories.forEach(story -> events.addAll(story.steps()));
    events.addAll(patrols.on(day, stories));
    events.addAll(noise.on(day));
    events.addAll(devices.on(day));
    return events;
  }
}
