package city.chengmai.ingest.alert;

import city.chengmai.datasets.rule.AlertRule;
import city.chengmai.datasets.rule.AlertRules;
import city.chengmai.ingest.lifecycle.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The clocks of a device and of its alarms. */
final class DeviceDeadlines {

  static final String SILENT = "A11-silent";
  private static final String UNANSWERED = "A11";

  private final AlertRules rules;

  DeviceDeadlines(AlertRules rules) {
    this.rules = rules;
  }

  /** An alarm that was raised must be answered. */
  List<Deadline> of(Standing.OfAlarm alarm) {
    if (alarm.raisedAt() == null || alarm.answeredAt() != null) {
      return List.of();
    }
    AlertRule rule = rules.rule(UNANSWERED);
    Duration limit = RuleTime.minutes(rule, "limit-minutes", alarm.kind());
    if (limit.isZero()) {
      return List.of();
    }
    Instant due = alarm.raisedAt().plus(limit);
    return List.of(
        Deadline.at(UNANSWERED, alarm.raisedAt(), due, Severity.ALARM)
            .until(due.plus(RuleTime.days(rule, "open-days"))));
  }

  /** A device that was heard now must be heard again. */
  List<Deadline> heard(String kind, Instant at) {
    Duration limit = interval(kind);
    return limit.isZero() ? List.of() : List.of(silent(at, at.plus(limit)));
  }

  /**
   * A device of which its platform says that it fell silent. What already stands is the same cause.
   *
   * @param before its watch, null when it was never heard
   */
  List<Deadline> offline(Watch before, Instant at) {
    Optional<Clock> known = Optional.ofNullable(before).flatMap(watch -> watch.find(SILENT));
    if (known.isPresent() && !known.get().deadline().from().isAfter(at)) {
      return List.of(known.get().deadline());
    }
    Instant since = known.map(clock -> clock.deadline().since()).orElse(at);
    return List.of(silent(since.isAfter(at) ? at : since, at));
  }

  /** How long a device of this kind may be silent; zero when it is not watched. */
  Duration interval(String kind) {
    return RuleTime.minutes(rules.rule(SILENT), "silent-minutes", kind);
  }

  private Deadline silent(Instant since, Instant due) {
    return Deadline.at(SILENT, since, due, Severity.WARNING)
        .until(due.plus(RuleTime.days(rules.rule(SILENT), "open-days")));
  }
}
