package city.chengmai.dashboard.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that was done about one alert, in the order of time, each action once. Immutable. The
 * queries fold the same way in {@code alert-standings.sql}; a test holds them together.
 */
public final class AlertHistory {

  private static final Duration STEP = Duration.ofMillis(1);

  private final List<AlertAction> actions;

  /** These actions in any order; one that comes twice counts once. */
  public AlertHistory(List<AlertAction> actions) {
    Map<String, AlertAction> once = new LinkedHashMap<>();
    actions.forEach(action -> once.putIfAbsent(action.actionId(), action));
    List<AlertAction> sorted = new ArrayList<>(once.values());
    sorted.sort(AlertAction.IN_TIME);
    this.actions = List.copyOf(sorted);
  }

  /** Earliest first. */
  public List<AlertAction> actions() {
    return actions;
  }

  /** Whether this action is in it already. */
  public boolean has(String actionId) {
    return actions.stream().anyMatch(action -> action.actionId().equals(actionId));
  }

  /** When the next action counts: never before one that is in it, even when a clock stands. */
  public Instant next(Instant now) {
    return last()
        .map(action -> action.actedAt().plus(STEP))
        .filter(earliest -> earliest.isAfter(now))
        .orElse(now);
  }

  /**
   * The standing at a moment.
   *
   * @param raised when the machine's latest finding was raised: one after its resolution makes an
   *     alert new again
   */
  public Standing standing(Instant now, Instant raised) {
    boolean snoozed =
        snooze().flatMap(AlertAction::until).filter(end -> end.isAfter(now)).isPresent();
    return snoozed ? Standing.SNOOZED : beneath(raised);
  }

  /** End of the snooze that holds at a moment. */
  public Optional<Instant> snoozedUntil(Instant now) {
    return snooze().flatMap(AlertAction::until).filter(end -> end.isAfter(now));
  }

  /** Whom it was given to last; empty since it was reopened. */
  public Optional<String> owner() {
    return lastOf(ActionKind.ASSIGN, ActionKind.ESCALATE, ActionKind.REOPEN)
        .map(AlertAction::assignee)
        .filter(assignee -> !assignee.isEmpty());
  }

  private Standing beneath(Instant raised) {
    Optional<AlertAction> last =
        lastOf(
            ActionKind.ACKNOWLEDGE,
            ActionKind.ASSIGN,
            ActionKind.RESOLVE,
            ActionKind.FALSE_ALARM,
            ActionKind.ESCALATE,
            ActionKind.REOPEN);
    return last.map(action -> reached(action, raised)).orElse(Standing.NEW);
  }

  private static Standing reached(AlertAction action, Instant raised) {
    return switch (action.kind()) {
      case ACKNOWLEDGE -> Standing.ACKNOWLEDGED;
      case ASSIGN -> Standing.ASSIGNED;
      case ESCALATE -> Standing.ESCALATED;
      case FALSE_ALARM -> Standing.FALSE_ALARM;
      case RESOLVE -> raised.isAfter(action.actedAt()) ? Standing.NEW : Standing.RESOLVED;
      case COMMENT, SNOOZE, UNSNOOZE, REOPEN -> Standing.NEW;
    };
  }

  /** The snooze that nothing but comments followed. */
  private Optional<AlertAction> snooze() {
    return actions.stream()
        .filter(action -> action.kind() != ActionKind.COMMENT)
        .reduce((earlier, later) -> later)
        .filter(action -> action.kind() == ActionKind.SNOOZE);
  }

  private Optional<AlertAction> lastOf(ActionKind... kinds) {
    List<ActionKind> wanted = List.of(kinds);
    return actions.stream()
        .filter(action -> wanted.contains(action.kind()))
        .reduce((earlier, later) -> later);
  }

  private Optional<AlertAction> last() {
    return actions.stream().reduce((earlier, later) -> later);
  }
}
