package city.chengmai.dashboard.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions about what was handled before anybody complained (未诉先办). */
public final class ForesightQueries {

  /** What became of proactive matters. */
  public record VerdictRow(
      String verdict, long matters, long settled, long complainedAfter, int definitionVersion) {}

  /** Complaints that were not made; the effect is null when there is too little. */
  public record EffectRow(
      String scope,
      String scopeId,
      long starts,
      long uncompared,
      long grids,
      int days,
      double beforeTotal,
      double afterTotal,
      double comparedBefore,
      double comparedAfter,
      Double effect,
      Double effectLower,
      Double effectUpper,
      String state,
      LocalDate fromDay,
      LocalDate toDay) {}

  /** A place of a morning's list. */
  public record CandidateRow(
      String candidateId,
      LocalDate day,
      int place,
      String grid,
      String category,
      String address,
      List<String> evidence,
      long evidenceTotal,
      long orders,
      long learnedFrom,
      double base,
      double likelihood,
      double lower,
      double upper) {}

  /** How lists did. */
  public record PastRow(boolean visited, long places, double expected, long came, double base) {}

  /** A proactive matter. */
  public record MatterRow(
      String caseId,
      String grid,
      String category,
      String channel,
      String address,
      Instant reportedAt,
      Instant closedAt,
      String verdict,
      List<String> orders,
      long ordersAfter,
      boolean settled) {}

  /** The rate of the city. */
  public record RateRow(
      LocalDate day,
      double numerator,
      double denominator,
      Double value,
      String state,
      int definitionVersion) {}

  private final Store store;

  /** Questions to this store. */
  public ForesightQueries(Store store) {
    this.store = store;
  }

  /** What became of the matters reported between two moments. */
  public List<VerdictRow> verdicts(Instant since, Instant now) {
    return store.rows("foresight-verdicts", VerdictRow.class, Map.of("since", since, "now", now));
  }

  /** All comparisons, the city first. */
  public List<EffectRow> effects() {
    return store.rows("foresight-effects", EffectRow.class, Map.of());
  }

  /** The list of a morning. */
  public List<CandidateRow> list(LocalDate day) {
    return store.rows("foresight-list", CandidateRow.class, Map.of("day", day));
  }

  /**
   * How the lists did whose days were over in the four weeks up to a day; only those made on their
   * own day.
   *
   * @param zone of the city's days
   */
  public List<PastRow> past(LocalDate day, ZoneId zone) {
    return store.rows("foresight-record", PastRow.class, Map.of("day", day, "zone", zone.getId()));
  }

  /** The latest matters up to a moment, of one verdict or of all when it is empty; at most 60. */
  public List<MatterRow> matters(String verdict, Instant now) {
    return store.rows("foresight-matters", MatterRow.class, Map.of("verdict", verdict, "now", now));
  }

  /** The rate of the city, of the latest day that has one. */
  public Optional<RateRow> rate() {
    return store.row("foresight-rate", RateRow.class, Map.of());
  }
}
