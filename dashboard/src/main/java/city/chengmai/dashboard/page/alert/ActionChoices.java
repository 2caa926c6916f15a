package city.chengmai.dashboard.page.alert;

import city.chengmai.dashboard.alert.ActionKind;
import city.chengmai.dashboard.alert.AlertJournal;
import city.chengmai.dashboard.alert.FalseAlarmReason;
import city.chengmai.dashboard.i18n.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The forms below an alert: one for each action that is allowed now. */
final class ActionChoices {

  /** Ends of a snooze that are offered. */
  private static final List<Integer> HOURS = List.of(1, 2, 4, 8, 24, 72, 168);

  /**
   * One form.
   *
   * @param id sent along, so that sending twice counts once
   * @param plain whether it asks for nothing but a comment
   */
  public record Form(String action, String name, String id, boolean assignee, boolean plain) {}

  /** Something to choose. */
  public record Choice(String key, String name) {}

  private ActionChoices() {}

  static void put(Map<String, Object> model, AlertFile file, Messages messages) {
    model.put(
        "forms",
        AlertJournal.allowed(file.alert().alertKey(), file.standing()).stream()
            .map(kind -> form(kind, messages))
            .toList());
    model.put(
        "reasons",
        Arrays.stream(FalseAlarmReason.values())
            .map(FalseAlarmReason::wireName)
            .map(reason -> new Choice(reason, messages.text("alert.reason." + reason)))
            .toList());
    model.put(
        "hours",
        HOURS.stream()
            .map(hours -> new Choice(String.valueOf(hours), messages.text("alert.hours", hours)))
            .toList());
  }

  private static Form form(ActionKind kind, Messages messages) {
    return new Form(
        kind.wireName(),
        messages.text("alert.do." + kind.wireName()),
        UUID.randomUUID().toString(),
        kind.needsAssignee(),
        !kind.needsAssignee() && kind != ActionKind.SNOOZE && kind != ActionKind.FALSE_ALARM);
  }
}
