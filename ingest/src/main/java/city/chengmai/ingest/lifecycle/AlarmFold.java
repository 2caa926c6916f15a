package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.intake.Refusal;
import city.chengmai.ingest.row.Fact;
import city.chengmai.ingest.row.FactTable;
import city.chengmai.ingest.row.RowWriter;
import java.time.Instant;
import java.util.List;

/** A device alarm (设备告警): raised and acknowledged, in either order. */
final class AlarmFold {

  private AlarmFold() {}

  static Folded fold(byte[] bytes, Sighting sighting, RowWriter writer) throws Refusal {
    AlarmHistory before =
        bytes == null
            ? new AlarmHistory(sighting.event().subject(), List.of(), 0)
            : AlarmHistory.of(bytes);
    AlarmHistory history = before.withSteps(steps(before, sighting));
    String id = sighting.text("alarmId");
    AlarmStep raised = history.last(EventType.DEVICE_ALARM);
    byte[] row =
        writer
            .text(id)
            .text(history.device())
            .text(raised == null ? "" : raised.kind())
            .text(history.place().grid())
            .optionalMoment(raised == null ? null : raised.time())
            .optionalMoment(answeredAt(history))
            .moment(sighting.recordedAt())
            .count64(history.folds())
            .toRow();
    Fact fact = new Fact(FactTable.DEVICE_ALARMS, id, row);
    return new Folded(history.toBytes(), fact, history.place(), standing(id, history));
  }

  private static Standing standing(String id, AlarmHistory history) {
    AlarmStep raised = history.last(EventType.DEVICE_ALARM);
    return new Standing.OfAlarm(
        id,
        history.device(),
        raised == null ? "" : raised.kind(),
        history.place(),
        raised == null ? null : raised.time(),
        answeredAt(history));
  }

  private static List<AlarmStep> steps(AlarmHistory before, Sighting sighting) throws Refusal {
    AlarmStep step = AlarmStep.of(sighting);
    if (!sighting.isRevision()) {
      return Step.with(before.steps(), step);
    }
    List<AlarmStep> steps = Step.revised(before.steps(), step);
    if (steps == null) {
      throw Revisions.unknownStep("alarm");
    }
    return steps;
  }

  // The first answer is the one that is measured.
  private static Instant answeredAt(AlarmHistory history) {
    return history.steps().stream()
        .filter(step -> step.type() == EventType.DEVICE_ALARM_ACKNOWLEDGED)
        .map(AlarmStep::time)
        .findFirst()
        .orElse(null);
  }
}
