package city.chengmai.ingest.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something that goes wrong at a moment unless an event comes before.
 *
 * <pre>
 *   since            due          from                alarmFrom        until
 *   [----------------|............[====== open =======[==== alarm =====)   news no longer
 * </pre>
 *
 * @param rule rule id
 * @param since when the clock began to run
 * @param due when it runs out; with rule and subject the identity of the cause
 * @param from first moment at which the alert stands
 * @param until first moment at which it stands no longer, null when only an event ends it
 * @param severity to begin with
 * @param alarmFrom moment from which it is an alarm, null when that never happens
 */
record Deadline(
    String rule,
    Instant since,
    Instant due,
    Instant from,
    Instant until,
    Severity severity,
    Instant alarmFrom) {

  Deadline {
    requireNonNull(rule, "rule");
    requireNonNull(since, "since");
    requireNonNull(due, "due");
    requireNonNull(from, "from");
    requireNonNull(severity, "severity");
    since = stored(since);
    due = stored(due);
    from = stored(from);
    until = stored(until);
    alarmFrom = stored(alarmFrom);
  }

  // As exact as the state store: a cause must not change its name when a restart reads it again.
  private static Instant stored(Instant moment) {
    return moment == null ? null : moment.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Stands from its due time until an event ends it. */
  static Deadline at(String rule, Instant since, Instant due, Severity severity) {
    return new Deadline(rule, since, due, due, null, severity, null);
  }

  Deadline until(Instant end) {
    return new Deadline(rule, since, due, from, end, severity, alarmFrom);
  }

  Deadline from(Instant start) {
    return new Deadline(rule, since, due, start, until, severity, alarmFrom);
  }

  Deadline alarmFrom(Instant start) {
    return new Deadline(rule, since, due, from, until, severity, start);
  }

  boolean isSameCause(Deadline other) {
    return rule.equals(other.rule) && due.equals(other.due);
  }

  boolean isOver(Instant now) {
    return until != null && !until.isAfter(now);
  }

  boolean stands(Instant now) {
    return !from.isAfter(now) && !isOver(now);
  }

  Severity severity(Instant now) {
    return alarmFrom != null && !alarmFrom.isAfter(now) ? Severity.ALARM : severity;
  }
}
