package city.chengmai.dashboard.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Indicators, scores, and why. */
public final class PortraitQueries {

  /**
   * A 30-day value.
   *
   * @param current 1 for the latest, 0 for the one 30 days before, -1 for the one a year before
   */
  public record IndicatorRow(
      String indicator,
      int current,
      LocalDate day,
      double numerator,
      double denominator,
      Double value,
      String state,
      Double companion,
      int definitionVersion,
      Instant dataAsOf) {}

  /**
   * Counts of an area beside those of what lies right below it.
   *
   * @param partNumerator sum of the numerators below
   * @param partDenominator sum of the denominators below
   * @param partsTold areas below with counts
   */
  public record RollUpRow(
      String areaId,
      String indicator,
      double numerator,
      double denominator,
      double partNumerator,
      double partDenominator,
      long partsTold) {}

  /** A score of one dimension. */
  public record PortraitRow(
      String areaId,
      LocalDate day,
      String dimension,
      Double score,
      Double scoreLower,
      Double scoreUpper,
      String grade,
      double weightPresent,
      String peerGroup,
      int peers,
      Integer rank,
      Integer rankLower,
      Integer rankUpper,
      Integer quartile,
      Instant dataAsOf) {}

  /** What one indicator gave and cost. */
  public record ContributionRow(
      String dimension,
      String indicator,
      String state,
      Double value,
      Double shrunkValue,
      Double curveScore,
      double weight,
      double points,
      double lostPoints) {}

  /** The overall score of a day beside the middle half of the peers. */
  public record TrendRow(LocalDate day, Double own, Double low, Double high) {}

  /** The peers' mean curve score of an indicator. */
  public record PeerMeanRow(String indicator, Double mean) {}

  private final Store store;

  /** Questions to this store. */
  public PortraitQueries(Store store) {
    this.store = store;
  }

  /** The latest 30-day values up to a day, with those 30 days and those a year before. */
  public List<IndicatorRow> indicators(String area, LocalDate day) {
    return store.rows("window-indicators", IndicatorRow.class, Map.of("area", area, "day", day));
  }

  /** The latest scores of all areas up to a day. */
  public List<PortraitRow> portraits(LocalDate day) {
    return store.rows("portraits", PortraitRow.class, Map.of("day", day));
  }

  /** Counts of the areas of a level beside the sums of what lies below them, of the latest day. */
  public List<RollUpRow> rollUps(LocalDate day, String level, Collection<String> indicators) {
    return store.rows(
        "rollups", RollUpRow.class, Map.of("day", day, "level", level, "indicators", indicators));
  }

  /** Why the latest scores are what they are. */
  public List<ContributionRow> contributions(String area, LocalDate day) {
    return store.rows("contributions", ContributionRow.class, Map.of("area", area, "day", day));
  }

  /** The overall score of the 30 days up to a day. */
  public List<TrendRow> trend(String area, Collection<String> peers, LocalDate day) {
    return store.rows(
        "grid-trend", TrendRow.class, Map.of("area", area, "peers", peers, "day", day));
  }

  /** The peers' mean curve scores. */
  public List<PeerMeanRow> peerMeans(Collection<String> peers, LocalDate day) {
    return store.rows("peer-indicators", PeerMeanRow.class, Map.of("peers", peers, "day", day));
  }
}
