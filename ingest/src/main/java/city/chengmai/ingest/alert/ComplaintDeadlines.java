package city.chengmai.ingest.alert;

import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import city.chengmai.ingest.lifecycle.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The clocks of a complaint about a construction site, on the wall, night and day: two hours to
 * look at the site, four to open the negotiation. Both run from its receipt.
 */
final class ComplaintDeadlines {

  private static final String VERIFICATION = "A01-verification";
  private static final String NEGOTIATION = "A01-negotiation";

  private final AlertRules rules;

  ComplaintDeadlines(AlertRules rules) {
    this.rules = rules;
  }

  List<Deadline> of(Standing.OfComplaint complaint) {
    if (complaint.receivedAt() == null || complaint.settled()) {
      return List.of();
    }
    List<Deadline> deadlines = new ArrayList<>(2);
    if (complaint.verifiedAt() == null) {
      deadlines.add(deadline(VERIFICATION, complaint.receivedAt()));
    }
    if (complaint.negotiationAwaited()) {
      deadlines.add(deadline(NEGOTIATION, complaint.receivedAt()));
    }
    return deadlines;
  }

  private Deadline deadline(String id, Instant receivedAt) {
    AlertRule rule = rules.rule(id);
    Instant due = receivedAt.plus(RuleTime.minutes(rule, "limit-minutes"));
    return Deadline.at(id, receivedAt, due, Severity.WARNING)
        .until(due.plus(RuleTime.days(rule, "open-days")));
  }
}
