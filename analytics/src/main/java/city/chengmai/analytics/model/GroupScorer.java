package city.chengmai.analytics.model;

import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.catalogue.ScoringScheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scores one peer group on one day and says where each member stands. Used once. */
final class GroupScorer {

  private final ScoringScheme scheme;
  private final LocalDate day;
  private final List<AreaReadings> members;
  private final Map<String, GroupIndicator> indicators = new LinkedHashMap<>();
  private final List<List<Score>> scores;
  private final ScoreDraws scoreDraws;

  GroupScorer(
      Catalogue catalogue, ScoringScheme scheme, LocalDate day, List<AreaReadings> members) {
    this.scheme = scheme;
    this.day = day;
    this.members = members;
    for (Indicator indicator : catalogue.indicators()) {
      indicators.put(indicator.id(), GroupIndicator.of(indicator, members));
    }
    AreaScorer scorer = new AreaScorer(scheme, indicators);
    this.scores = members.stream().map(scorer::score).toList();
    this.scoreDraws = new ScoreDraws(scheme, scores);
  }

  /** The portraits and standings of those members whose own group this is. */
  PortraitDay of(String group) {
    List<IndicatorStanding> standings = new ArrayList<>();
    for (GroupIndicator indicator : indicators.values()) {
      List<Optional<double[]>> draws = draws(indicator);
      standings.addAll(new IndicatorTable(indicator, members).standings(group, draws));
    }
    List<List<Portrait.Placed>> dimensions = new ArrayList<>();
    for (int dimension = 0; dimension <= scheme.dimensions().size(); dimension++) {
      dimensions.add(placed(dimension));
    }
    List<Portrait> portraits = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).peerGroup().equals(group)) {
        int member = i;
        List<Portrait.Placed> own = dimensions.stream().map(all -> all.get(member)).toList();
        portraits.add(new Portrait(members.get(i).area(), group, own));
      }
    }
    return new PortraitDay(portraits, standings);
  }

  private List<Optional<double[]>> draws(GroupIndicator indicator) {
    List<Optional<double[]>> draws = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      draws.add(indicator.draws(members.get(i).area(), day, scheme.comparison().draws()));
      scoreDraws.add(i, indicator.indicator().id(), draws.get(i));
    }
    return draws;
  }

  /** A score of every member with its place. */
  private List<Portrait.Placed> placed(int dimension) {
    double[] group =
        scores.stream().flatMapToDouble(area -> area.get(dimension).value().stream()).toArray();
    List<Optional<Standing>> places =
        scores.stream().map(area -> standing(area.get(dimension), group)).toList();
    List<Optional<Uncertainty>> uncertainties = scoreDraws.of(dimension, places);
    List<Portrait.Placed> placed = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Score score = scores.get(i).get(dimension);
      placed.add(
          new Portrait.Placed(
              score, grade(score), group.length, places.get(i), uncertainties.get(i)));
    }
    return placed;
  }

  private static Optional<Standing> standing(Score score, double[] group) {
    return score.value().stream().mapToObj(value -> Standing.of(value, group)).findFirst();
  }

  private String grade(Score score) {
    return score.value().isPresent()
        ? scheme.gradeOf(score.value().getAsDouble())
        : Portrait.INSUFFICIENT;
  }
}
