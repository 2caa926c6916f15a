package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.place.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything a patrol round has gone through, in order of time.
 *
 * @param source feed of the first plan
 * @param folds events and revisions folded in, for the row's version
 */
record PatrolHistory(String source, List<PatrolStep> steps, int folds) {

  PatrolHistory {
    steps = List.copyOf(steps);
  }

  PatrolHistory withSteps(List<PatrolStep> other) {
    return new PatrolHistory(source, other, folds + 1);
  }

  /** The last step of this type in time, null when there is none. */
  PatrolStep last(EventType type) {
    PatrolStep last = null;
    for (PatrolStep step : steps) {
      last = step.type() == type ? step : last;
    }
    return last;
  }

  int count(EventType type) {
    return (int) steps.stream().filter(step -> step.type() == type).count();
  }

  byte[] toBytes() {
    StateWriter out = new StateWriter();
    out.text(source).count(folds).count(steps.size());
    steps.forEach(step -> step.write(out));
    return out.toBytes();
  }

  static PatrolHistory of(byte[] state) {
    StateReader in = new StateReader(state);
    String source = in.text();
    if (!in.knowsRevisions()) {
      return readSummary(source, in);
    }
    int folds = in.count();
    int count = in.count();
    List<PatrolStep> steps = new ArrayList<>(count + 1);
    for (int i = 0; i < count; i++) {
      steps.add(PatrolStep.read(in));
    }
    return new PatrolHistory(source, steps, folds);
  }

  // Earlier formats kept only what had come of the steps; the steps made of it have no identity.
  private static PatrolHistory readSummary(String source, StateReader in) {
    Place place = in.place();
    Instant plannedFor = in.moment();
    Instant completedAt = in.moment();
    Double coverage = in.decimal();
    boolean valid = in.small() == 1;
    List<PatrolStep> steps = new ArrayList<>();
    steps.add(step(EventType.PATROL_PLANNED, Instant.EPOCH, place, plannedFor, null, true));
    int findings = in.count();
    for (int i = 0; i < findings; i++) {
      steps.add(step(EventType.PATROL_FINDING, Instant.EPOCH, Place.UNKNOWN, null, null, true));
    }
    if (completedAt != null) {
      steps.add(
          step(EventType.PATROL_COMPLETED, completedAt, Place.UNKNOWN, null, coverage, valid));
    }
    return new PatrolHistory(source, steps, in.count());
  }

  private static PatrolStep step(
      EventType type,
      Instant time,
      Place place,
      Instant plannedFor,
      Double coverage,
      boolean valid) {
    return new PatrolStep(type, time, place, plannedFor, coverage, valid, 0);
  }
}
