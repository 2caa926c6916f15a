package city.chengmai.dashboard.alert;

import static city.chengmai.dashboard.alert.ActionKind.ACKNOWLEDGE;
import static city.chengmai.dashboard.alert.ActionKind.ASSIGN;
import static city.chengmai.dashboard.alert.ActionKind.ESCALATE;
import static city.chengmai.dashboard.alert.ActionKind.REOPEN;
import static city.chengmai.dashboard.alert.ActionKind.RESOLVE;
import static city.chengmai.dashboard.alert.ActionKind.SNOOZE;
import static city.chengmai.dashboard.alert.ActionKind.UNSNOOZE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How far people are with an alert (处置状态). The table of transitions is in the package's page. */
public enum Standing {
  /** Nobody has done anything. */
  NEW(ACKNOWLEDGE, ASSIGN, RESOLVE, ActionKind.FALSE_ALARM, SNOOZE, ESCALATE),
  /** Somebody has seen it. */
  ACKNOWLEDGED(ASSIGN, RESOLVE, ActionKind.FALSE_ALARM, SNOOZE, ESCALATE),
  /** Somebody is to deal with it. */
  ASSIGNED(ASSIGN, RESOLVE, ActionKind.FALSE_ALARM, SNOOZE, ESCALATE),
  /** With a higher post, which has not answered yet. */
  ESCALATED(ACKNOWLEDGE, ASSIGN, RESOLVE, ActionKind.FALSE_ALARM, SNOOZE, ESCALATE),
  /** Left alone until a moment. */
  SNOOZED(RESOLVE, ActionKind.FALSE_ALARM, SNOOZE, UNSNOOZE),
  /** Dealt with. */
  RESOLVED(ActionKind.FALSE_ALARM, REOPEN),
  /** Nothing was behind it. */
  FALSE_ALARM(RESOLVE, REOPEN);

  @SuppressWarnings("ImmutableEnumChecker") // Filled once and never handed out.
  private final Set<ActionKind> allowed;

  Standing(ActionKind... allowed) {
    this.allowed = EnumSet.of(ActionKind.COMMENT, allowed);
  }

  /** Actions that are taken in this standing, in the order of forms. */
  public List<ActionKind> allowed() {
    return List.copyOf(allowed);
  }

  /** Whether the action is taken in this standing. */
  public boolean allows(ActionKind action) {
    return allowed.contains(action);
  }

  /** Whether lists of open alerts, wall, map and counts show it. */
  public boolean isShown() {
    return this != SNOOZED && this != RESOLVED && this != FALSE_ALARM;
  }

  /** The name in queries, addresses and message keys, for example {@code false-alarm}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The standing of this name. */
  public static Optional<Standing> of(String wireName) {
    return Arrays.stream(values()).filter(one -> one.wireName().equals(wireName)).findFirst();
  }
}
