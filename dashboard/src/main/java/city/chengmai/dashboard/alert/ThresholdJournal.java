package city.chengmai.dashboard.alert;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.query.TableWriter;
import city.chengmai.dashboard.query.ThresholdQueries;
import city.chengmai.dashboard.query.ThresholdQueries.DecisionRow;
import city.chengmai.dashboard.query.ThresholdQueries.ProposalRow;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes decisions about proposals and keeps them as rows of {@code threshold_decisions}. Blocking;
 * one decision at a time. Thread-safe.
 */
public final class ThresholdJournal {

  private static final Duration STEP = Duration.ofMillis(1);

  /** What became of a decision. */
  public enum Outcome {
    /** It was written. */
    TAKEN,
    /** It had been written before. */
    REPEATED,
    /** What was decided before does not allow it. */
    REFUSED,
    /** The value lies outside the bounds that the rule declares. */
    OUT_OF_BOUNDS
  }

  /**
   * A decision.
   *
   * @param id given by whoever decides; sending it twice counts once
   * @param value to be approved; empty otherwise
   */
  public record Decision(
      String id, DecisionKind kind, Optional<Double> value, String actor, String comment) {}

  private final ThresholdQueries queries;
  private final TableWriter writer;

  /** A journal over these queries and this writer. */
  public ThresholdJournal(ThresholdQueries queries, TableWriter writer) {
    this.queries = requireNonNull(queries, "queries");
    this.writer = requireNonNull(writer, "writer");
  }

  /** Writes a decision, unless it was written before or is not allowed. */
  public synchronized Outcome decide(ProposalRow proposal, Decision decision, Instant now) {
    List<DecisionRow> before = queries.decisions(proposal.proposalId());
    if (before.stream().anyMatch(row -> row.decisionId().equals(decision.id()))) {
      return Outcome.REPEATED;
    }
    Optional<DecisionRow> last = before.stream().findFirst();
    Optional<DecisionKind> kind = last.flatMap(row -> DecisionKind.of(row.decision()));
    if (!DecisionKind.allowedAfter(kind).contains(decision.kind())) {
      return Outcome.REFUSED;
    }
    boolean approves = decision.kind() == DecisionKind.APPROVE;
    if (approves && !within(proposal, decision.value())) {
      return Outcome.OUT_OF_BOUNDS;
    }
    writer.insert("threshold_decisions", List.of(row(proposal, decision, after(last, now))));
    return Outcome.TAKEN;
  }

  private static boolean within(ProposalRow proposal, Optional<Double> value) {
    return value
        .filter(one -> one >= proposal.lowestValue() && one <= proposal.highestValue())
        .isPresent();
  }

  /** Never before the last one, even when the city's clock stands. */
  private static Instant after(Optional<DecisionRow> last, Instant now) {
    return last.map(row -> row.decidedAt().plus(STEP))
        .filter(earliest -> earliest.isAfter(now))
        .orElse(now);
  }

  private static Map<String, Object> row(ProposalRow proposal, Decision decision, Instant at) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("proposal_id", proposal.proposalId());
    row.put("decision_id", decision.id());
    row.put("decision", decision.kind().wireName());
    row.put("value", decision.value().orElse(null));
    row.put("actor", decision.actor());
    row.put("comment", decision.comment());
    row.put("decided_at", at);
    row.put("version", at.toEpochMilli());
    return row;
  }
}
