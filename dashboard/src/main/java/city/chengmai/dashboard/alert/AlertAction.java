package city.chengmai.dashboard.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One action of an officer about an alert: a row of {@code alert_actions}.
 *
 * @param actionId given by whoever acts; sending it twice counts once
 * @param actor the post that acted
 * @param assignee whom it is given to, with assign and escalate, else empty
 * @param reason one of {@link FalseAlarmReason}, with false-alarm, else empty
 * @param until end of a snooze
 * @param actedAt by the city's clock
 */
public record AlertAction(
    String actionId,
    ActionKind kind,
    String actor,
    String assignee,
    String reason,
    String comment,
    Optional<Instant> until,
    Instant actedAt) {

  /** The order of the fold. */
  public static final Comparator<AlertAction> IN_TIME =
      Comparator.comparing(AlertAction::actedAt).thenComparing(AlertAction::actionId);

  /** Checks that nothing is missing; what a kind needs is checked before it is written. */
  public AlertAction {
    requireNonNull(actionId, "actionId");
    requireNonNull(kind, "kind");
    requireNonNull(actor, "actor");
    requireNonNull(assignee, "assignee");
    requireNonNull(reason, "reason");
    requireNonNull(comment, "comment");
    requireNonNull(until, "until");
    requireNonNull(actedAt, "actedAt");
  }

  /**
   * This action, with all parts that its kind needs.
   *
   * @throws IllegalArgumentException when one is missing
   */
  public AlertAction complete() {
    requireText("actor", actor);
    if (kind.needsAssignee()) {
      requireText("assignee", assignee);
    }
    if (kind == ActionKind.FALSE_ALARM && FalseAlarmReason.of(reason).isEmpty()) {
      throw new IllegalArgumentException("reason: expected one of the list, got " + reason);
    }
    if (kind == ActionKind.COMMENT) {
      requireText("comment", comment);
    }
    if (until.isPresent() != (kind == ActionKind.SNOOZE)) {
      throw new IllegalArgumentException("until: a snooze has an end, and nothing else has");
    }
    return this;
  }

  /** The same at another moment. */
  public AlertAction at(Instant moment) {
    return new AlertAction(actionId, kind, actor, assignee, reason, comment, until, moment);
  }

  private static void requireText(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " must not be blank");
    }
  }
}
