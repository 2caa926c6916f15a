package city.chengmai.dashboard.page.alert;

import city.chengmai.dashboard.alert.ActionKind;
import city.chengmai.dashboard.alert.AlertAction;
import city.chengmai.dashboard.alert.FalseAlarmReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What an officer filled in, read strictly: either an action, or the message key of what is wrong.
 *
 * @param action to be taken; empty when something is wrong
 * @param problem message key; empty when all is well
 */
record ActionForm(Optional<AlertAction> action, String problem) {

  static final int LONGEST_POST = 60;
  static final int LONGEST_ACTOR = 120;
  static final int LONGEST_COMMENT = 1_000;

  private static final String ID = "[0-9a-zA-Z-]{8,64}";
  private static final int LONGEST_SNOOZE_HOURS = 24 * 31;

  /**
   * Reads a form.
   *
   * @param fields by name: action, action_id, actor, assignee, reason, comment, hours
   * @param now when it was sent, by the city's clock
   */
  static ActionForm of(Map<String, String> fields, Instant now) {
    Optional<ActionKind> kind = ActionKind.of(text(fields, "action"));
    if (kind.isEmpty() || !text(fields, "action_id").matches(ID)) {
      return wrong("broken");
    }
    if (tooLong(fields)) {
      return wrong("too-long");
    }
    String problem = missing(kind.get(), fields);
    if (!problem.isEmpty()) {
      return wrong(problem);
    }
    boolean snooze = kind.get() == ActionKind.SNOOZE;
    AlertAction action =
        new AlertAction(
            text(fields, "action_id"),
            kind.get(),
            text(fields, "actor"),
            kind.get().needsAssignee() ? text(fields, "assignee") : "",
            kind.get() == ActionKind.FALSE_ALARM ? text(fields, "reason") : "",
            text(fields, "comment"),
            snooze
                ? Optional.of(now.plus(Duration.ofHours(Long.parseLong(text(fields, "hours")))))
                : Optional.empty(),
            now);
    return new ActionForm(Optional.of(action), "");
  }

  private static String missing(ActionKind kind, Map<String, String> fields) {
    if (text(fields, "actor").isEmpty()) {
      return "no-actor";
    }
    if (kind.needsAssignee() && text(fields, "assignee").isEmpty()) {
      return "no-assignee";
    }
    Optional<FalseAlarmReason> reason = FalseAlarmReason.of(text(fields, "reason"));
    if (kind == ActionKind.FALSE_ALARM && reason.isEmpty()) {
      return "no-reason";
    }
    boolean unexplained =
        kind == ActionKind.FALSE_ALARM && reason.filter(FalseAlarmReason.OTHER::equals).isPresent();
    if ((kind == ActionKind.COMMENT || unexplained) && text(fields, "comment").isEmpty()) {
      return "no-comment";
    }
    return kind == ActionKind.SNOOZE && !isHours(text(fields, "hours")) ? "no-end" : "";
  }

  private static boolean isHours(String text) {
    return text.matches("[1-9][0-9]{0,3}") && Integer.parseInt(text) <= LONGEST_SNOOZE_HOURS;
  }

  private static boolean tooLong(Map<String, String> fields) {
    return text(fields, "actor").length() > LONGEST_ACTOR
        || text(fields, "assignee").length() > LONGEST_POST
        || text(fields, "comment").length() > LONGEST_COMMENT;
  }

  private static String text(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "").strip();
  }

  private static ActionForm wrong(String problem) {
    return new ActionForm(Optional.empty(), "alert.form." + problem);
  }
}
