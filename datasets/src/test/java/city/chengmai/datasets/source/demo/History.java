package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.CaseStage;
import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventFamily;
import city.chengmai.datasets.event.EventSchemas;
import city.chengmai.datasets.event.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The 120 days of {@link Cities#CITY}, read once, with everything wrong that was met on the way.
 */
final class History {

  static final History OF_120_DAYS = new History(120);

  final Map<EventType, Integer> counts = new EnumMap<>(EventType.class);
  final List<Event> reports = new ArrayList<>();
  final List<Event> readings = new ArrayList<>();
  final Map<String, CaseStage> stages = new HashMap<>();
  final Map<String, Instant> closed = new HashMap<>();
  final Map<String, Instant> due = new HashMap<>();
  final List<Event> completedRounds = new ArrayList<>();
  final List<Event> inspections = new ArrayList<>();
  final List<String> faults = new ArrayList<>();

  private final EventSchemas schemas = new EventSchemas();
  private final Set<String> identities = new HashSet<>();
  private Instant last = Instant.MIN;

  private History(int days) {
    Cities.forEachEvent(Cities.CITY, days, this::take);
  }

  int count(EventType type) {
    return counts.getOrDefault(type, 0);
  }

  static LocalDate day(Event event) {
    return event.time().atZone(DemoOptions.ZONE).toLocalDate();
  }

  private void take(Event event) {
    counts.merge(event.type(), 1, Integer::sum);
    if (!identities.add(event.source() + " " + event.id())) {
      faults.add("id twice: " + event.id());
    }
    if (event.time().isBefore(last)) {
      faults.add("out of order: " + event.id());
    }
    last = event.time();
    checkSchema(event);
    if (event.type().family() == EventFamily.CASE) {
      takeCase(event);
    }
    if (event.type() == EventType.DEVICE_TELEMETRY) {
      readings.add(event);
    }
    if (event.type() == EventType.COMPONENT_INSPECTED) {
      inspections.add(event);
    }
    if (event.type() == EventType.PATROL_COMPLETED) {
      completedRounds.add(event);
    }
  }

  /** All of the first 40,000 and then every seventh: readings repeat, schemas are slow. */
  private void checkSchema(Event event) {
    if (identities.size() < 40_000 || identities.size() % 7 == 0) {
      schemas
          .violations(event.type(), event.data())
          .forEach(violation -> faults.add(event.id() + ": " + violation));
    }
  }

  private void takeCase(Event event) {
    if (event.type() == EventType.CASE_REPORTED) {
      reports.add(event);
      stages.put(event.subject(), CaseStage.REPORTED);
      return;
    }
    CaseStage before = stages.get(event.subject());
    Optional<CaseStage> after =
        Optional.ofNullable(before).flatMap(stage -> stage.after(event.type()));
    if (after.isEmpty()) {
      faults.add(event.id() + ": " + event.type() + " after " + before);
    }
    stages.put(event.subject(), after.orElse(before));
    if (event.data().has("dueAt")) {
      due.put(
          event.subject(), OffsetDateTime.parse(event.data().get("dueAt").asText()).toInstant());
    }
    if (event.type() == EventType.CASE_CLOSED) {
      closed.put(event.subject(), event.time());
    }
  }
}
