package city.chengmai.dashboard.page.suggestion;

import city.chengmai.dashboard.query.SuggestionQueries;
import city.chengmai.dashboard.query.SuggestionQueries.DecisionRow;
import city.chengmai.dashboard.query.SuggestionQueries.SuggestedRow;
import city.chengmai.dashboard.query.TableWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes decisions about suggested measures and keeps them as rows of {@code measure_decisions}. A
 * measure is decided once. Blocking; one at a time. Thread-safe.
 */
public final class MeasureJournal {

  /** A decision; sending an id twice counts once. */
  public record Decision(String id, boolean accepts, String reason, String actor, String comment) {}

  private final SuggestionQueries queries;
  private final TableWriter writer;

  /** A journal over these queries and this writer. */
  public MeasureJournal(SuggestionQueries queries, TableWriter writer) {
    this.queries = queries;
    this.writer = writer;
  }

  /** Writes a decision, or nothing when it was written before; false when another stands. */
  synchronized boolean decide(SuggestedRow measure, Decision decision, Instant now) {
    List<DecisionRow> before = queries.decisions(measure.measureId());
    if (!before.isEmpty()) {
      return before.get(0).decisionId().equals(decision.id());
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("measure_id", measure.measureId());
    row.put("decision_id", decision.id());
    row.put("decision", decision.accepts() ? "accept" : "reject");
    row.put("reason", decision.reason());
    row.put("comment", decision.comment());
    row.put("actor", decision.actor());
    row.put("decided_at", now);
    row.put("version", now.toEpochMilli());
    writer.insert("measure_decisions", List.of(row));
    return true;
  }
}
