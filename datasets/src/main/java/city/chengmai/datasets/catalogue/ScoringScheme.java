package city.chengmai.datasets.catalogue;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The scoring scheme (评分方案): weights, curves and grade cuts, as data. Weights add to 1 over the
 * full set; a score exists only where enough of the weight was measured.
 *
 * @param version of the scheme, from 1; stored with every score
 * @param smallestWeight share of weight that must be measured, 0 to 1
 * @param comparison how areas are held against each other
 * @param grades from best to worst, the last with cut 0
 * @param dimensions with weights that add to 1
 */
public record ScoringScheme(
    int version,
    double smallestWeight,
    Comparison comparison,
    List<Grade> grades,
    List<ScoredDimension> dimensions)
    implements Serializable {

  /**
   * A grade of the scale A to E.
   *
   * @param grade letter
   * @param from lowest score that earns it
   */
  public record Grade(String grade, double from) implements Serializable {}

  /**
   * How areas are held against each other.
   *
   * @param smallestGroup grids that must share grid type and community form to be peers of each
   *     other alone; fewer are compared with all grids of their type
   * @param draws random draws behind the interval of a score or a rank
   */
  public record Comparison(int smallestGroup, int draws) implements Serializable {
    /** Checks that there is something to compare and to draw. */
    public Comparison {
      if (smallestGroup < 2 || draws < 100) {
        throw new IllegalArgumentException(
            "smallestGroup must be 2 or more and draws 100 or more, but are "
                + smallestGroup
                + " and "
                + draws);
      }
    }
  }

  /** Checks weights, cuts and that no indicator stands twice. */
  public ScoringScheme {
    Objects.requireNonNull(comparison, "comparison");
    grades = List.copyOf(grades);
    dimensions = List.copyOf(dimensions);
    if (version < 1 || !(smallestWeight > 0 && smallestWeight <= 1)) {
      throw new IllegalArgumentException(
          "version must be 1 or more and smallestWeight within (0, 1], but are "
              + version
              + " and "
              + smallestWeight);
    }
    requireFalling(grades);
    requireOnce(dimensions);
    Weights.requireOne(
        "dimensions", dimensions.stream().mapToDouble(ScoredDimension::weight).sum());
  }

  /** The scheme shipped with the product, checked against the shipped catalogue. */
  public static ScoringScheme bundled() {
    ScoringScheme scheme = Catalogue.read("scheme.yaml", ScoringScheme.class);
    scheme.requireFits(Catalogue.bundled());
    return scheme;
  }

  /** The letter a score earns. */
  public String gradeOf(double score) {
    return grades.stream()
        .filter(grade -> score >= grade.from())
        .findFirst()
        .orElse(grades.get(grades.size() - 1))
        .grade();
  }

  /**
   * Refuses a scheme whose curves contradict the catalogue: a better place must never score lower.
   */
  public void requireFits(Catalogue catalogue) {
    for (ScoredDimension dimension : dimensions) {
      for (ScoredIndicator scored : dimension.indicators()) {
        Indicator indicator = catalogue.indicator(scored.indicator());
        if (indicator.direction() != scored.curve().direction()) {
          throw new IllegalArgumentException(
              "curve of "
                  + indicator.id()
                  + " rewards "
                  + scored.curve().direction()
                  + ", but the catalogue says "
                  + indicator.direction());
        }
        if (indicator.dimension() != dimension.dimension()) {
          throw new IllegalArgumentException(
              indicator.id()
                  + " is scored under "
                  + dimension.dimension().key()
                  + ", but the catalogue says "
                  + indicator.dimension().key());
        }
      }
    }
  }

  private static void requireFalling(List<Grade> grades) {
    for (int i = 1; i < grades.size(); i++) {
      if (grades.get(i).from() >= grades.get(i - 1).from()) {
        throw new IllegalArgumentException("grade cuts must fall, but are " + grades);
      }
    }
    if (grades.isEmpty() || grades.get(grades.size() - 1).from() != 0) {
      throw new IllegalArgumentException(
          "the last grade must start at 0, but grades are " + grades);
    }
  }

  private static void requireOnce(List<ScoredDimension> dimensions) {
    Set<Object> seen = new HashSet<>();
    for (ScoredDimension dimension : dimensions) {
      if (!seen.add(dimension.dimension())) {
        throw new IllegalArgumentException(dimension.dimension().key() + " stands twice");
      }
      for (ScoredIndicator indicator : dimension.indicators()) {
        if (!seen.add(indicator.indicator())) {
          throw new IllegalArgumentException(indicator.indicator() + " stands twice");
        }
      }
    }
  }
}
