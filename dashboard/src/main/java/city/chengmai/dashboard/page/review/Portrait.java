package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import city.chengmai.dashboard.query.CaseQueries.OpenCaseRow;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.PortraitQueries.ContributionRow;
import city.chengmai.dashboard.query.PortraitQueries.IndicatorRow;
import city.chengmai.dashboard.query.PortraitQueries.PeerMeanRow;
import city.chengmai.dashboard.query.PortraitQueries.PortraitRow;
import city.chengmai.dashboard.query.PortraitQueries.TrendRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything known of one grid on one day (网格画像).
 *
 * @param scores of the grid, by dimension
 * @param peers overall scores of the grids of its type, itself included
 */
record Portrait(
    AreaRow area,
    CityMoment moment,
    List<PortraitRow> scores,
    List<PortraitRow> peers,
    List<IndicatorRow> indicators,
    List<ContributionRow> contributions,
    List<TrendRow> trend,
    List<PeerMeanRow> peerMeans,
    List<AlertRow> alerts,
    List<OpenCaseRow> openCases) {

  static final String OVERALL = "overall";
  static final List<String> DIMENSIONS = List.of("management", "service", "operation");

  /** The day that the scores are of, which may be long past; the city's day before the first. */
  LocalDate day() {
    return scores.stream().map(PortraitRow::day).findFirst().orElse(moment.day());
  }

  /** The score of a dimension; empty before the first portrait. */
  Optional<PortraitRow> score(String dimension) {
    return scores.stream().filter(row -> row.dimension().equals(dimension)).findFirst();
  }

  /** The latest value of an indicator, or the one 30 days before. */
  Optional<IndicatorRow> indicator(String id, boolean current) {
    return indicators.stream()
        .filter(row -> row.indicator().equals(id) && (row.current() == 1) == current)
        .findFirst();
  }

  /** What an indicator gave and cost. */
  Optional<ContributionRow> contribution(String id) {
    return contributions.stream().filter(row -> row.indicator().equals(id)).findFirst();
  }
}
