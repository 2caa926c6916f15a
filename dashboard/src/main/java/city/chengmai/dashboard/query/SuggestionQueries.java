package city.chengmai.dashboard.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Suggested measures, decisions about them, and what other systems suggest. */
public final class SuggestionQueries {

  /** A suggested measure; what was measured is null until four weeks after it was accepted. */
  public record SuggestedRow(
      String measureId,
      String kind,
      String areaId,
      String subject,
      double score,
      List<String> evidence,
      long evidenceTotal,
      Map<String, String> details,
      Double baseline,
      Double expected,
      Double expectedLower,
      Double expectedUpper,
      LocalDate firstDay,
      LocalDate lastDay,
      LocalDate endedDay,
      LocalDate measuredOn,
      Double observed,
      Double effect,
      Double effectLower,
      Double effectUpper) {}

  /** A decision. */
  public record DecisionRow(
      String measureId,
      String decisionId,
      String decision,
      String reason,
      String comment,
      String actor,
      Instant decidedAt) {}

  /** A suggestion of another system. */
  public record ToldRow(
      String suggestionId,
      String title,
      String kind,
      String areaId,
      String indicator,
      Double expectedEffect,
      Double effect,
      String decision,
      Instant madeAt) {}

  private final Store store;

  /** Questions to this store. */
  public SuggestionQueries(Store store) {
    this.store = store;
  }

  /** Measures of a grid, or of all when it is empty; at most 200. */
  public List<SuggestedRow> measures(String grid) {
    return store.rows(
        "measures-suggested", SuggestedRow.class, Map.of("grid", grid, "measure", ""));
  }

  /** The measure of this id. */
  public Optional<SuggestedRow> measure(String id) {
    return store.row("measures-suggested", SuggestedRow.class, Map.of("grid", "", "measure", id));
  }

  /** Decisions about one measure, or about all when the id is empty, latest first. */
  public List<DecisionRow> decisions(String measure) {
    return store.rows("measure-decisions", DecisionRow.class, Map.of("measure", measure));
  }

  /** What other systems suggested, of a grid or of all, latest first. */
  public List<ToldRow> told(String grid) {
    return store.rows("suggestions-told", ToldRow.class, Map.of("grid", grid));
  }
}
