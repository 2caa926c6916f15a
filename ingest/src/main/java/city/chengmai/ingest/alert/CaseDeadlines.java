package city.chengmai.ingest.alert;

import city.chengmai.datasets.calendar.WorkingClock;
import city.chengmai.datasets.event.CaseStage;
import city.chengmai.datasets.rule.AlertRules;
import city.chengmai.ingest.lifecycle.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The clocks of a case: due soon and overdue.
 *
 * <pre>
 *   filed            80 % of the working time      due                    2 x the limit
 *   [----------------|====== due soon, notice =====|== overdue, warning ==|== overdue, alarm ...
 * </pre>
 */
final class CaseDeadlines {

  private static final String OVERDUE = "A01";
  private static final String DUE_SOON = "A01-due-soon";

  private static final Set<CaseStage> WITHOUT_CLOCK =
      EnumSet.of(CaseStage.SUSPENDED, CaseStage.CLOSED, CaseStage.CANCELLED);

  private final AlertRules rules;
  private final WorkingClock workingClock;

  CaseDeadlines(AlertRules rules, WorkingClock workingClock) {
    this.rules = rules;
    this.workingClock = workingClock;
  }

  List<Deadline> of(Standing.OfCase standing) {
    if (WITHOUT_CLOCK.contains(standing.stage())) {
      return List.of();
    }
    List<Deadline> deadlines = new ArrayList<>(2);
    if (standing.clockStartedAt() != null && standing.dueAt() != null) {
      handling(standing, deadlines);
    }
    return deadlines;
  }

  private void handling(Standing.OfCase standing, List<Deadline> deadlines) {
    Instant start = standing.clockStartedAt();
    Instant due = standing.dueAt();
    if (!due.isAfter(start)) {
      deadlines.add(Deadline.at(OVERDUE, start, due, Severity.WARNING));
      return;
    }
    Duration limit = Duration.between(start, due);
    deadlines.add(
        Deadline.at(DUE_SOON, start, due, Severity.NOTICE).from(soon(start, due)).until(due));
    deadlines.add(
        Deadline.at(OVERDUE, start, due, Severity.WARNING)
            .alarmFrom(start.plus(part(limit, rules.rule(OVERDUE).parameter("alarm-share")))));
  }

  private Instant soon(Instant start, Instant due) {
    double share = rules.rule(DUE_SOON).parameter("share");
    Duration working = workingClock.between(start, due);
    return working.isZero()
        ? start.plus(part(Duration.between(start, due), share))
        : workingClock.plus(start, part(working, share));
  }

  private static Duration part(Duration whole, double share) {
    return Duration.ofMillis(Math.round(whole.toMillis() * share));
  }
}
