package city.chengmai.dashboard.alert;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.query.AlertQueries;
import city.chengmai.dashboard.query.AlertQueries.ActionRow;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import city.chengmai.dashboard.query.TableWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes actions and keeps them as rows of {@code alert_actions}. Blocking; one action at a time, so
 * that each is judged by a history that has all before it. Thread-safe.
 */
public final class AlertJournal {

  /** The key of the overdue cases of a grid, an alert that never ends as long as there are some. */
  private static final String PERPETUAL = "A01|";

  /** What became of an action. */
  public enum Outcome {
    /** It was written. */
    TAKEN,
    /** It had been written before. */
    REPEATED,
    /** The standing does not allow it. */
    REFUSED
  }

  /**
   * What became of an action.
   *
   * @param standing before it
   */
  public record Answer(Outcome outcome, Standing standing) {}

  private final AlertQueries alerts;
  private final TableWriter writer;

  /** A journal over these queries and this writer. */
  public AlertJournal(AlertQueries alerts, TableWriter writer) {
    this.alerts = requireNonNull(alerts, "alerts");
    this.writer = requireNonNull(writer, "writer");
  }

  /** Everything done about an alert. */
  public AlertHistory history(String key) {
    return new AlertHistory(
        alerts.actions(key).stream().map(AlertJournal::action).flatMap(Optional::stream).toList());
  }

  /** Actions that people may take now. */
  public static List<ActionKind> allowed(String key, Standing standing) {
    return standing.allowed().stream()
        .filter(kind -> kind != ActionKind.FALSE_ALARM || !key.startsWith(PERPETUAL))
        .toList();
  }

  /** Writes an action, unless it was written before or is not allowed. */
  public synchronized Answer act(AlertRow alert, AlertAction wanted, Instant now) {
    AlertHistory history = history(alert.alertKey());
    Standing standing = history.standing(now, alert.raisedAt());
    if (history.has(wanted.actionId())) {
      return new Answer(Outcome.REPEATED, standing);
    }
    if (!allowed(alert.alertKey(), standing).contains(wanted.kind())) {
      return new Answer(Outcome.REFUSED, standing);
    }
    AlertAction action = wanted.at(history.next(now)).complete();
    writer.insert("alert_actions", List.of(row(alert.alertKey(), action)));
    return new Answer(Outcome.TAKEN, standing);
  }

  private static Map<String, Object> row(String key, AlertAction action) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("alert_id", key);
    row.put("action_id", action.actionId());
    row.put("action", action.kind().wireName());
    row.put("actor", action.actor());
    row.put("assignee", action.assignee());
    row.put("reason", action.reason());
    row.put("comment", action.comment());
    row.put("until", action.until().orElse(null));
    row.put("acted_at", action.actedAt());
    row.put("version", action.actedAt().toEpochMilli());
    return row;
  }

  private static Optional<AlertAction> action(ActionRow row) {
    return ActionKind.of(row.action())
        .map(
            kind ->
                new AlertAction(
                    row.actionId(),
                    kind,
                    row.actor(),
                    row.assignee(),
                    row.reason(),
                    row.comment(),
                    Optional.ofNullable(row.until()),
                    row.actedAt()));
  }
}
