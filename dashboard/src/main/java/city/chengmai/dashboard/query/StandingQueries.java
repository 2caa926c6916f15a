package city.chengmai.dashboard.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where indicators stand among peers, what moved scores, and what was corrected afterwards. */
public final class StandingQueries {

  /**
   * An area's place in one indicator; the components are the columns of the table.
   *
   * @param denominator size of the sample
   */
  public record StandingRow(
      String areaId,
      String indicator,
      LocalDate day,
      String peerGroup,
      int peers,
      Double value,
      Double peerValue,
      Double shrunkValue,
      Double lower,
      Double upper,
      double denominator,
      Integer rank,
      Integer rankLower,
      Integer rankUpper,
      Integer quartile) {}

  /** What an indicator moved in a score since a day. */
  public record ChangeRow(
      String dimension,
      String indicator,
      LocalDate day,
      LocalDate since,
      Double valueBefore,
      Double valueNow,
      double valuePoints,
      double weightPoints) {

    /** Value and weight together. */
    public double points() {
      return valuePoints + weightPoints;
    }
  }

  /** A published value that changed afterwards. */
  public record RestatementRow(
      String period,
      LocalDate day,
      Double oldValue,
      String oldState,
      Double newValue,
      String newState,
      String reason,
      Instant restatedAt) {}

  /**
   * A published value of any area that changed afterwards.
   *
   * @param measure an indicator, or a dimension of scores
   * @param total how many there are in all
   */
  public record LoggedRow(
      String areaId,
      String measure,
      String period,
      LocalDate day,
      Double oldValue,
      String oldState,
      Double newValue,
      String newState,
      String reason,
      Instant restatedAt,
      long total) {}

  /**
   * A value by one version of its definition.
   *
   * @param day last day of 30 days, first day of a period
   * @param companion second figure; null where there is none
   */
  public record DefinedRow(
      String period,
      LocalDate day,
      int definitionVersion,
      double denominator,
      Double value,
      String state,
      Double companion) {}

  private final Store store;

  /** Questions to this store. */
  public StandingQueries(Store store) {
    this.store = store;
  }

  /** The latest places of an area in all indicators up to a day. */
  public List<StandingRow> ofArea(String area, LocalDate day) {
    return store.rows("standings", StandingRow.class, Map.of("area", area, "day", day));
  }

  /** The places of some areas in an indicator, of the latest day that any area has up to a day. */
  public List<StandingRow> ofIndicator(String indicator, Collection<String> areas, LocalDate day) {
    return store.rows(
        "indicator-standings",
        StandingRow.class,
        Map.of("indicator", indicator, "areas", areas, "day", day));
  }

  /** What moved the latest scores of an area up to a day; empty without a score 30 days before. */
  public List<ChangeRow> changes(String area, LocalDate day) {
    return store.rows("score-changes", ChangeRow.class, Map.of("area", area, "day", day));
  }

  /** The latest corrections of an area's published values. */
  public List<RestatementRow> restatements(String area, String measure) {
    return store.rows(
        "restatements", RestatementRow.class, Map.of("area", area, "measure", measure));
  }

  /**
   * Corrections of published values, the latest first.
   *
   * @param areas of these; empty for all
   * @param measure of this one; empty for all
   * @param until made before this moment
   */
  public List<LoggedRow> restatementLog(
      Optional<Set<String>> areas, String measure, Instant until, int limit, int skipped) {
    return store.rows(
        "restatement-log",
        LoggedRow.class,
        Map.of(
            "everywhere", areas.isEmpty() ? 1 : 0,
            "areas", areas.orElse(Set.of()),
            "measure", measure,
            "until", until,
            "limit", limit,
            "skipped", skipped));
  }

  /**
   * An area's indicator by every definition: over the 30 days to a day, and the week, month,
   * quarter and year that hold it.
   */
  public List<DefinedRow> byDefinition(String area, String indicator, LocalDate day) {
    return store.rows(
        "indicator-definitions",
        DefinedRow.class,
        Map.of("area", area, "indicator", indicator, "day", day));
  }
}
