package city.chengmai.analytics.model;

import city.chengmai.datasets.catalogue.ScoredDimension;
import city.chengmai.datasets.catalogue.ScoredIndicator;
import city.chengmai.datasets.catalogue.ScoringScheme;
import city.chengmai.datasets.indicator.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Scores one area by what its peer group tells of its true values. */
final class AreaScorer {

  private final ScoringScheme scheme;
  private final Map<String, GroupIndicator> group;

  /**
   * A scorer of the members of a group.
   *
   * @param group by indicator
   */
  AreaScorer(ScoringScheme scheme, Map<String, GroupIndicator> group) {
    this.scheme = scheme;
    this.group = group;
  }

  /** The dimensions' scores and, last, the overall one. */
  List<Score> score(AreaReadings area) {
    List<Score> scores = new ArrayList<>();
    double present = 0;
    for (ScoredDimension dimension : scheme.dimensions()) {
      Score score = dimensionScore(area, dimension);
      scores.add(score);
      present += score.sufficient() ? dimension.weight() : 0;
    }
    scores.add(overall(scores, present));
    return scores;
  }

  private Score dimensionScore(AreaReadings area, ScoredDimension dimension) {
    double present = weight(area, dimension, reading -> reading instanceof Reading.Measured);
    double applicable =
        weight(area, dimension, reading -> !(reading instanceof Reading.NotApplicable));
    double share = applicable > 0 ? present / applicable : 0;
    List<Contribution> contributions =
        dimension.indicators().stream().map(scored -> contribution(area, scored, present)).toList();
    return new Score(dimension.dimension().key(), share, enough(share), contributions);
  }

  private static double weight(
      AreaReadings area, ScoredDimension dimension, Predicate<Reading> counted) {
    return dimension.indicators().stream()
        .filter(scored -> counted.test(area.reading(scored.indicator())))
        .mapToDouble(ScoredIndicator::weight)
        .sum();
  }

  private Contribution contribution(AreaReadings area, ScoredIndicator scored, double present) {
    Reading reading = area.reading(scored.indicator());
    if (!(reading instanceof Reading.Measured measured)) {
      OptionalDouble none = OptionalDouble.empty();
      return new Contribution(scored.indicator(), reading.state(), none, none, none, 0);
    }
    double shrunk = group.get(scored.indicator()).best(area.area()).orElseThrow();
    return new Contribution(
        scored.indicator(),
        reading.state(),
        OptionalDouble.of(measured.value()),
        OptionalDouble.of(shrunk),
        OptionalDouble.of(CurvePoints.of(scored.curve(), shrunk)),
        scored.weight() / present);
  }

  private Score overall(List<Score> dimensions, double present) {
    List<Contribution> contributions = new ArrayList<>();
    for (int i = 0; i < dimensions.size(); i++) {
      Score score = dimensions.get(i);
      double weight = scheme.dimensions().get(i).weight();
      double factor = score.sufficient() ? weight / present : 0;
      score.contributions().forEach(part -> contributions.add(part.scaled(factor)));
    }
    return new Score(Score.OVERALL, present, enough(present), contributions);
  }

  private boolean enough(double present) {
    // Thirds do not add up exactly.
    return present >= scheme.smallestWeight() - 1e-9;
  }
}
