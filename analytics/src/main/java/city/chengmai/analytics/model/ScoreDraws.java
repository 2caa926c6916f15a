package city.chengmai.analytics.model;

import city.chengmai.datasets.catalogue.Curve;
import city.chengmai.datasets.catalogue.ScoringScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scores of a group's members with their true values drawn at random. Indicators are drawn
 * independently; what counts do not make (medians) stays as it is.
 */
final class ScoreDraws {

  private final List<List<Score>> scores;
  private final Map<String, Curve> curves = new HashMap<>();
  private final double[][][] sums;

  /**
   * Nothing drawn yet.
   *
   * @param scores by member, each the same dimensions
   */
  ScoreDraws(ScoringScheme scheme, List<List<Score>> scores) {
    this.scores = scores;
    scheme
        .dimensions()
        .forEach(d -> d.indicators().forEach(i -> curves.put(i.indicator(), i.curve())));
    int dimensions = scheme.dimensions().size() + 1;
    this.sums = new double[dimensions][scores.size()][scheme.comparison().draws()];
  }

  /** Adds the points of a member's indicator to all scores it is part of. */
  void add(int member, String indicator, Optional<double[]> values) {
    Curve curve = curves.get(indicator);
    if (curve == null) {
      return;
    }
    Optional<double[]> points = values.map(all -> points(curve, all));
    for (int dimension = 0; dimension < sums.length; dimension++) {
      for (Contribution part : scores.get(member).get(dimension).contributions()) {
        if (part.weight() > 0 && part.indicator().equals(indicator)) {
          add(sums[dimension][member], part, points);
        }
      }
    }
  }

  private static double[] points(Curve curve, double[] values) {
    double[] points = new double[values.length];
    Arrays.setAll(points, draw -> CurvePoints.of(curve, values[draw]));
    return points;
  }

  private static void add(double[] sums, Contribution part, Optional<double[]> points) {
    double[] drawn = points.orElse(null);
    for (int draw = 0; draw < sums.length; draw++) {
      sums[draw] += drawn == null ? part.points() : part.weight() * drawn[draw];
    }
  }

  /**
   * How sure each member's score in a dimension is, empty for members without one. Interval and
   * range hold score and rank themselves, which curves with a ceiling can lift above most draws.
   */
  List<Optional<Uncertainty>> of(int dimension, List<Optional<Standing>> standings) {
    List<double[]> scored = new ArrayList<>();
    for (int member = 0; member < standings.size(); member++) {
      if (standings.get(member).isPresent()) {
        scored.add(sums[dimension][member]);
      }
    }
    List<RankRange> ranks = RankRange.of(scored.toArray(double[][]::new));
    List<Optional<Uncertainty>> result = new ArrayList<>();
    int next = 0;
    for (int member = 0; member < standings.size(); member++) {
      if (standings.get(member).isEmpty()) {
        result.add(Optional.empty());
        continue;
      }
      double score = scores.get(member).get(dimension).value().orElseThrow();
      int rank = standings.get(member).get().rank();
      Spread spread = Spread.ofDraws(scored.get(next)).including(score);
      result.add(Optional.of(new Uncertainty(spread, ranks.get(next).including(rank))));
      next++;
    }
    return result;
  }
}
