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
  private final ComplaintStream complaints;
  private final EnforcementStream enforcement;
  private final VisitStream visits;
  private final EnterpriseStream enterprises;
  private final CalibrationStream calibrations;
  private final ModelStream models;
  private final WorksStream works;
  private final FeedStream feeds;
  private final PlotStream plots;
  private final RegisterStream registers;
  private final ServiceStream services;
  private final DemandStream demands;
  private final SituationStream situation;

  DayPlan(Xingqiao xingqiao) {
    this.records = new RecordStream(xingqiao);
    this.cases = new CaseStream(xingqiao);
    this.orders = new OrderStream(xingqiao);
    this.patrols = new PatrolStream(xingqiao);
    this.noise = new NoiseStream(xingqiao);
    this.devices = new DeviceStream(xingqiao);
    this.complaints = new ComplaintStream(xingqiao);
    this.enforcement = new EnforcementStream(xingqiao, records.enterprises());
    this.visits = new VisitStream(xingqiao, records.enterprises());
    this.enterprises = new EnterpriseStream(xingqiao, records.buildings(), records.enterprises());
    this.calibrations = new CalibrationStream(xingqiao, records.buildings());
    this.models = new ModelStream(xingqiao, records.enterprises());
    this.works = new WorksStream(xingqiao);
    this.feeds = new FeedStream(xingqiao, DemoCity.feeds());
    this.plots = new PlotStream(xingqiao, records.enterprises());
    this.registers = new RegisterStream(xingqiao);
    this.services = new ServiceStream(xingqiao, registers);
    this.demands = new DemandStream(xingqiao, registers, records.enterprises());
    this.situation = new SituationStream(xingqiao);
  }

  List<PlannedEvent> of(LocalDate day) {
    List<CaseStory> stories = cases.on(day);
    List<PlannedEvent> events = new ArrayList<>(records.on(day));
    events.addAll(orders.on(day, stories));
    stories.forEach(story -> events.addAll(story.steps()));
    events.addAll(patrols.on(day, stories));
    events.addAll(noise.on(day));
    events.addAll(devices.on(day));
    // Families that came later stand at the end and throw dice of their own: what was there stays.
    events.addAll(complaints.on(stories));
    events.addAll(enforcement.on(day));
    events.addAll(visits.on(day));
    events.addAll(enterprises.on(day));
    events.addAll(calibrations.on(day));
    events.addAll(models.on(day));
    events.addAll(works.on(day));
    events.addAll(feeds.on(day));
    events.addAll(plots.on(day));
    events.addAll(registers.on(day));
    events.addAll(services.on(day));
    events.addAll(demands.on(day));
    events.addAll(situation.on(day));
    return events;
  }
}
