package city.chengmai.dashboard.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proposals for thresholds and what was decided about them. */
public final class ThresholdQueries {

  /**
   * A proposal.
   *
   * @param month first day of the last month that it rests on
   */
  public record ProposalRow(
      String proposalId,
      String rule,
      String areaId,
      String parameter,
      LocalDate month,
      double currentValue,
      double proposedValue,
      double lowestValue,
      double highestValue,
      long alertsNow,
      long alertsThen,
      long trueNow,
      long trueThen,
      long falseNow,
      long falseThen,
      List<String> evidence,
      Instant createdAt) {}

  /** A decision. */
  public record DecisionRow(
      String proposalId,
      String decisionId,
      String decision,
      Double value,
      String actor,
      String comment,
      Instant decidedAt) {}

  private final Store store;

  /** Questions to this store. */
  public ThresholdQueries(Store store) {
    this.store = store;
  }

  /** Proposals, newest first, at most 100. */
  public List<ProposalRow> proposals() {
    return store.rows("threshold-proposals", ProposalRow.class, Map.of("proposal", ""));
  }

  /** The proposal of this id. */
  public Optional<ProposalRow> proposal(String id) {
    return store.row("threshold-proposals", ProposalRow.class, Map.of("proposal", id));
  }

  /** Decisions about one proposal, or about all when the id is empty, latest first. */
  public List<DecisionRow> decisions(String proposal) {
    return store.rows("threshold-decisions", DecisionRow.class, Map.of("proposal", proposal));
  }
}
