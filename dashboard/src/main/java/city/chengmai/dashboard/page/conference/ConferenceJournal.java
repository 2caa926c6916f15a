package city.chengmai.dashboard.page.conference;

import city.chengmai.dashboard.query.ConferenceQueries;
import city.chengmai.dashboard.query.TableWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what was done about items of joint conferences (联席会议) as rows of {@code
 * conference_actions}. Blocking; one at a time, so that times of one case grow. Thread-safe.
 */
public final class ConferenceJournal {

  /** An action; sending an id twice counts once. */
  public record Action(
      String id,
      String action,
      Optional<LocalDate> meetingDay,
      String unit,
      String comment,
      String actor) {}

  private final ConferenceQueries queries;
  private final TableWriter writer;

  /** A journal over these queries and this writer. */
  public ConferenceJournal(ConferenceQueries queries, TableWriter writer) {
    this.queries = queries;
    this.writer = writer;
  }

  /** Writes an action later than all before it, or nothing when it was written before. */
  synchronized void keep(String caseId, Action action, Instant now) {
    List<ConferenceQueries.ActionRow> before = queries.actions(caseId);
    if (before.stream().anyMatch(row -> row.actionId().equals(action.id()))) {
      return;
    }
    Instant at = before.isEmpty() ? now : later(now, before.get(0).actedAt().plusMillis(1));
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("case_id", caseId);
    row.put("action_id", action.id());
    row.put("action", action.action());
    row.put("meeting_day", action.meetingDay().map(LocalDate::toString).orElse(null));
    row.put("unit", action.unit());
    row.put("comment", action.comment());
    row.put("actor", action.actor());
    row.put("acted_at", at);
    row.put("version", at.toEpochMilli());
    writer.insert("conference_actions", List.of(row));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
