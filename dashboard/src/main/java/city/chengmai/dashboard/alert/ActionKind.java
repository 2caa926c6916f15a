package city.chengmai.dashboard.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an officer can do about an alert (处置动作). */
public enum ActionKind {
  /** Somebody has seen it (确认). */
  ACKNOWLEDGE,
  /** A post or department is to deal with it (派发). */
  ASSIGN,
  /** A note (备注). */
  COMMENT,
  /** Dealt with (办结). */
  RESOLVE,
  /** There was nothing behind it (误报). */
  FALSE_ALARM,
  /** To be left alone until a moment (暂缓). */
  SNOOZE,
  /** No longer to be left alone (恢复). */
  UNSNOOZE,
  /** Handed to a higher post (上报). */
  ESCALATE,
  /** Taken up again (重启). */
  REOPEN;

  /** The name in tables, forms and message keys, for example {@code false-alarm}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The action of this name. */
  public static Optional<ActionKind> of(String wireName) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
  }

  /** Whether it needs to be said to whom. */
  public boolean needsAssignee() {
    return this == ASSIGN || this == ESCALATE;
  }

  /** Whether the standing that it leads to hides the alert from lists of open ones. */
  public boolean isVerdict() {
    return this == RESOLVE || this == FALSE_ALARM;
  }
}
