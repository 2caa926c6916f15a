package city.chengmai.ingest.lifecycle;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything a case has gone through, in order of time and, within one moment, of arrival. A late
 * event takes its place in the middle and the case is folded anew.
 */
record CaseHistory(CaseReport report, List<CaseStep> steps) {

  CaseHistory {
    steps = List.copyOf(steps);
  }

  CaseHistory with(CaseStep step) {
    int at = steps.size();
    while (at > 0 && steps.get(at - 1).time().isAfter(step.time())) {
      at--;
    }
    List<CaseStep> longer = new ArrayList<>(steps);
    longer.add(at, step);
    return new CaseHistory(report, longer);
  }

  byte[] toBytes() {
    StateWriter out = new StateWriter();
    report.write(out);
    out.count(steps.size());
    steps.forEach(step -> step.write(out));
    return out.toBytes();
  }

  static CaseHistory of(byte[] state) {
    StateReader in = new StateReader(state);
    CaseReport report = CaseReport.read(in);
    int count = in.count();
    List<CaseStep> steps = new ArrayList<>(count + 1);
    for (int i = 0; i < count; i++) {
      steps.add(CaseStep.read(in));
    }
    return new CaseHistory(report, steps);
  }
}
