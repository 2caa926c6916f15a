package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.EventType;
import java.util.EnumMap;
import java.util.Map;

/** The fold of each event type. */
public final class Folds {

  private final Map<EventType, Fold> folds;

  /** The folds of a city with these due times. */
  public Folds(DueTimes dueTimes) {
    folds = all(dueTimes);
  }

  /** How an event of this type changes its entity. */
  public Fold of(EventType type) {
    return folds.get(type);
  }

  private static Map<EventType, Fold> all(DueTimes dueTimes) {
    Map<EventType, Fold> folds = new EnumMap<>(EventType.class);
    byWord(dueTimes).forEach((word, fold) -> put(folds, word + ".", fold));
    // These have an entity of their own beside the one of their word.
    put(folds, "visit.issue", new EntityFold(ServiceLayouts.VISIT_ISSUES));
    put(folds, "model.run", new EntityFold(CalibrationLayouts.MODEL_RUNS));
    return folds;
  }

  private static void put(Map<EventType, Fold> folds, String prefix, Fold fold) {
    for (EventType type : EventType.values()) {
      if (type.localName().startsWith(prefix)) {
        folds.put(type, fold);
      }
    }
  }

  private static Map<String, Fold> byWord(DueTimes dueTimes) {
    EntityFold hits = new EntityFold(CalibrationLayouts.MODEL_HITS);
    return Map.ofEntries(
        Map.entry("case", new CaseFold(dueTimes)),
        Map.entry("order", new OrderFold()),
        Map.entry(
            "complaint", new EntityFold(ServiceLayouts.SITE_COMPLAINTS, ComplaintStanding::of)),
        Map.entry("patrol", new PatrolFold()),
        Map.entry("enforcement", new EntityFold(ServiceLayouts.ENFORCEMENT_ACTIONS)),
        Map.entry("visit", new EntityFold(ServiceLayouts.VISITS)),
        Map.entry("enterprise", new EntityFold(EnterpriseLayouts.ENTERPRISES)),
        Map.entry("appeal", new EntityFold(EnterpriseLayouts.APPEALS)),
        Map.entry("package", new EntityFold(EnterpriseLayouts.SERVICE_PACKAGES)),
        Map.entry("building", new EntityFold(EnterpriseLayouts.BUILDINGS)),
        Map.entry("occupancy", new EntityFold(EnterpriseLayouts.OCCUPANCIES)),
        Map.entry("record", new RecordFold()),
        Map.entry("discrepancy", new EntityFold(CalibrationLayouts.DISCREPANCIES)),
        Map.entry("calibration", new EntityFold(CalibrationLayouts.CALIBRATIONS)),
        Map.entry("model", hits),
        Map.entry("hit", hits),
        Map.entry("suggestion", new EntityFold(CalibrationLayouts.SUGGESTIONS)),
        Map.entry("device", new DeviceFold()),
        Map.entry("component", new EntityFold(WorksLayouts.COMPONENTS)),
        Map.entry("project", new EntityFold(WorksLayouts.PROJECT_MILESTONES)),
        Map.entry("lift", new EntityFold(WorksLayouts.LIFT_RETROFITS)),
        Map.entry("service", new EntityFold(DemandLayouts.SERVICES)),
        Map.entry("demand", new EntityFold(DemandLayouts.DEMANDS)),
        Map.entry("feed", new HeartbeatFold()));
  }
}
