package city.chengmai.ingest.lifecycle;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything a case has gone through, in order of time and, within one moment, of arrival. A late
 * event takes its place in the middle, a revised one the place that its new time gives it, and the
 * case is folded anew.
 *
 * @param report what the report said
 * @param steps the steps
 * @param revisions how often the content of a step was replaced
 */
record CaseHistory(CaseReport report, List<CaseStep> steps, int revisions) {

  CaseHistory {
    steps = List.copyOf(steps);
  }

  CaseHistory withSteps(List<CaseStep> other) {
    return new CaseHistory(report, other, revisions);
  }

  /** Larger with every fold, for the row. */
  int version() {
    return steps.size() + revisions;
  }

  byte[] toBytes() {
    StateWriter out = new StateWriter();
    report.write(out);
    out.count(revisions).count(steps.size());
    steps.forEach(step -> step.write(out));
    return out.toBytes();
  }

  static CaseHistory of(byte[] state) {
    StateReader in = new StateReader(state);
    CaseReport report = CaseReport.read(in);
    int revisions = in.knowsRevisions() ? in.count() : 0;
    int count = in.count();
    List<CaseStep> steps = new ArrayList<>(count + 1);
    for (int i = 0; i < count; i++) {
      steps.add(CaseStep.read(in));
    }
    return new CaseHistory(report, steps, revisions);
  }
}
