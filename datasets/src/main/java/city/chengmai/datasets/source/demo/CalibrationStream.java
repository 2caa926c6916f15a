package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.event.EventType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Disagreements about buildings (误差) and the corrections they lead to (校准). From the third week on
 * two apps see them; what patrols see drifts upwards, what stewards see does not.
 */
final class CalibrationStream {

  private static final double DISCREPANCIES_A_DAY = 1.6;
  private static final double BOUND = 0.2;
  private static final int STEADY_DAYS = 14;

  /** By how much of the record what patrols see moves away in a day. */
  static final double DRIFT_A_DAY = 0.002;

  private final Xingqiao xingqiao;
  private final List<Building> buildings;

  CalibrationStream(Xingqiao xingqiao, List<Building> buildings) {
    this.xingqiao = xingqiao;
    this.buildings = buildings;
  }

  List<PlannedEvent> on(LocalDate day) {
    List<PlannedEvent> events = new ArrayList<>();
    if (!xingqiao.options().holidays().isWorkingDay(day)) {
      return events;
    }
    Dice dice = xingqiao.dice("calibration", day.toEpochDay());
    for (int left = dice.poisson(DISCREPANCIES_A_DAY); left > 0; left--) {
      events.addAll(discrepancy(Sender.date(day) + "-" + left, day, dice));
    }
    return events;
  }

  private List<PlannedEvent> discrepancy(String number, LocalDate day, Dice dice) {
    Building building = dice.pick(buildings);
    long before = Long.parseLong(building.attributes().get("letArea"));
    long steady = ChronoUnit.DAYS.between(xingqiao.options().firstDay(), day) - STEADY_DAYS;
    boolean patrol = steady < 0 || xingqiao.dice("calibration-app", number.hashCode()).chance(0.6);
    double moved = patrol ? DRIFT_A_DAY * Math.max(0, steady) : 0;
    double change = Math.rint(100 * (dice.between(-0.3, 0.3) + moved)) / 100;
    Sender sender = patrol ? Sender.STREET_APP : Sender.ENTERPRISE_APP;
    long after = Math.round(before * (1 + change));
    LocalDateTime at = Rhythm.OFFICE.moment(day, dice);
    List<PlannedEvent> events = new ArrayList<>();
    events.add(
        sender.tell(
            at,
            EventType.DISCREPANCY_FOUND,
            "D" + number,
            () ->
                field(building)
                    .put("recordedValue", "" + before)
                    .put("observedValue", "" + after)
                    .put("app", patrol ? "street-front" : "enterprise-service")
                    .put("areaId", building.grid().id())));
    LocalDateTime end = at.plusHours(2);
    boolean corrected = dice.chance(0.6);
    if (corrected) {
      end = calibration("K" + number, building, "" + before, "" + after, change, at, events, dice);
    }
    double quality = building.grid().traits().quality();
    if (dice.chance(0.7 + 0.3 * quality)) {
      LocalDateTime resolved = end.plusHours(Math.round(dice.logNormal(40, 0.7)));
      String how = corrected ? "corrected" : "explained";
      events.add(
          sender.tell(
              resolved,
              EventType.DISCREPANCY_RESOLVED,
              "D" + number,
              () -> Payload.of("resolution", how)));
    }
    return events;
  }

  /** When the correction had come to its end. */
  private LocalDateTime calibration(
      String id,
      Building building,
      String before,
      String after,
      double change,
      LocalDateTime found,
      List<PlannedEvent> events,
      Dice dice) {
    LocalDateTime proposed = found.plusMinutes(dice.between(20, 200));
    String discrepancy = "D" + id.substring(1);
    events.add(
        Sender.RECORDS.tell(
            proposed,
            EventType.CALIBRATION_PROPOSED,
            id,
            () ->
                field(building)
                    .put("before", before)
                    .put("after", after)
                    .put("bound", BOUND)
                    .put("change", change)
                    .put("discrepancyId", discrepancy)
                    .put("areaId", building.grid().id())));
    LocalDateTime decided = proposed.plusHours(dice.between(2, 30));
    if (Math.abs(change) > BOUND && dice.chance(0.5)) {
      events.add(step(decided, EventType.CALIBRATION_REJECTED, id, "approver", "超出调整范围"));
      return decided;
    }
    events.add(step(decided, EventType.CALIBRATION_APPROVED, id, "approver", ""));
    LocalDateTime applied = decided.plusMinutes(30);
    events.add(step(applied, EventType.CALIBRATION_APPLIED, id, "officer", ""));
    if (dice.chance(0.06)) {
      LocalDateTime reverted = applied.plusDays(3);
      events.add(step(reverted, EventType.CALIBRATION_REVERTED, id, "officer", "复核后撤回"));
    }
    return applied;
  }

  private static PlannedEvent step(
      LocalDateTime at, EventType type, String id, String who, String reason) {
    return Sender.RECORDS.tell(
        at,
        type,
        id,
        () -> {
          ObjectNode payload = Payload.of(who, "数据专员");
          return reason.isEmpty() ? payload : payload.put("reason", reason);
        });
  }

  private static ObjectNode field(Building building) {
    return Payload.of("recordKind", "building")
        .put("recordId", building.id())
        .put("field", "letArea");
  }
}
