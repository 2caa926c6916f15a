package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.TimeWindow;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import city.chengmai.dashboard.query.CaseQueries.OpenCaseRow;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.PortraitQueries.ContributionRow;
import city.chengmai.dashboard.query.PortraitQueries.IndicatorRow;
import city.chengmai.dashboard.query.PortraitQueries.PeerMeanRow;
import city.chengmai.dashboard.query.PortraitQueries.PortraitRow;
import city.chengmai.dashboard.query.PortraitQueries.TrendRow;
import city.chengmai.dashboard.query.StandingQueries.ChangeRow;
import city.chengmai.dashboard.query.StandingQueries.StandingRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything known of one grid on one day (网格画像).
 *
 * @param scores of the grid, by dimension
 * @param peers overall scores of the grids it is compared with, itself included
 * @param standings of the grid, by indicator
 * @param changes what moved its scores since 30 days before
 */
record Portrait(
    AreaRow area,
    CityMoment moment,
    List<PortraitRow> scores,
    List<PortraitRow> peers,
    List<IndicatorRow> indicators,
    List<ContributionRow> contributions,
    List<StandingRow> standings,
    List<ChangeRow> changes,
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

  /** What its scores consist of; of a dimension without a score, nothing is won or lost. */
  List<ContributionRow> counted() {
    return contributions.stream()
        .filter(row -> score(row.dimension()).filter(own -> own.score() != null).isPresent())
        .toList();
  }

  /** The time that its values cover. */
  TimeWindow window() {
    return TimeWindow.trailing(day(), moment.zone());
  }

  /** The score of a dimension; empty before the first portrait. */
  Optional<PortraitRow> score(String dimension) {
    return scores.stream().filter(row -> row.dimension().equals(dimension)).findFirst();
  }

  /** The group it is compared within: of its scores, or its grid type before the first. */
  String peerGroup() {
    return score(OVERALL).map(PortraitRow::peerGroup).orElse(area.gridType());
  }

  /** The grids of that group. */
  Set<String> peerIds(CityModel model) {
    return model.peers(peerGroup()).stream().map(AreaRow::areaId).collect(Collectors.toSet());
  }

  /** Where it stands in an indicator. */
  Optional<StandingRow> standing(String id) {
    return standings.stream().filter(row -> row.indicator().equals(id)).findFirst();
  }

  /** The latest value of an indicator, or the one 30 days before. */
  Optional<IndicatorRow> indicator(String id, boolean current) {
    return indicator(id, current ? 1 : 0);
  }

  /** The value of an indicator a year before. */
  Optional<IndicatorRow> yearBefore(String id) {
    return indicator(id, -1);
  }

  private Optional<IndicatorRow> indicator(String id, int which) {
    return indicators.stream()
        .filter(row -> row.indicator().equals(id) && row.current() == which)
        .findFirst();
  }

  /** What an indicator gave and cost. */
  Optional<ContributionRow> contribution(String id) {
    return contributions.stream().filter(row -> row.indicator().equals(id)).findFirst();
  }
}
