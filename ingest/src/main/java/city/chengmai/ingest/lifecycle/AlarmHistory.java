package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.place.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything a device alarm has gone through, in order of time.
 *
 * @param folds events and revisions folded in, for the row's version
 */
record AlarmHistory(String device, List<AlarmStep> steps, int folds) {

  AlarmHistory {
    steps = List.copyOf(steps);
  }

  AlarmHistory withSteps(List<AlarmStep> other) {
    return new AlarmHistory(device, other, folds + 1);
  }

  /** The last step of this type in time, null when there is none. */
  AlarmStep last(EventType type) {
    AlarmStep last = null;
    for (AlarmStep step : steps) {
      last = step.type() == type ? step : last;
    }
    return last;
  }

  Place place() {
    AlarmStep raised = last(EventType.DEVICE_ALARM);
    return raised == null ? Place.UNKNOWN : raised.place();
  }

  byte[] toBytes() {
    StateWriter out = new StateWriter().text(device).count(folds).count(steps.size());
    steps.forEach(step -> step.write(out));
    return out.toBytes();
  }

  static AlarmHistory of(byte[] state) {
    StateReader in = new StateReader(state);
    String device = in.text();
    if (!in.knowsRevisions()) {
      return readSummary(device, in);
    }
    int folds = in.count();
    int count = in.count();
    List<AlarmStep> steps = new ArrayList<>(count + 1);
    for (int i = 0; i < count; i++) {
      steps.add(AlarmStep.read(in));
    }
    return new AlarmHistory(device, steps, folds);
  }

  // Earlier formats kept only what had come of the steps; the steps made of it have no identity.
  private static AlarmHistory readSummary(String device, StateReader in) {
    String kind = in.text();
    Place place = in.place();
    Instant raisedAt = in.moment();
    Instant answeredAt = in.moment();
    List<AlarmStep> steps = new ArrayList<>();
    if (raisedAt != null) {
      steps.add(new AlarmStep(EventType.DEVICE_ALARM, raisedAt, kind, place, 0));
    }
    if (answeredAt != null) {
      steps =
          Step.with(
              steps,
              new AlarmStep(EventType.DEVICE_ALARM_ACKNOWLEDGED, answeredAt, "", Place.UNKNOWN, 0));
    }
    return new AlarmHistory(device, steps, in.count());
  }
}
