package city.chengmai.dashboard.page;

import city.chengmai.datasets.catalogue.Curve;
import city.chengmai.datasets.catalogue.ScoredIndicator;
import city.chengmai.datasets.catalogue.ScoringScheme;
import java.util.Optional;

/** How serious a single indicator value is, by the curve of the scoring scheme. */
public final class Score {

  private static final ScoringScheme SCHEME = ScoringScheme.bundled();
  private static final double GOOD = 0.75;
  private static final double FAIR = 0.4;

  private Score() {}

  /** The level of a value; none when it is missing or not scored. */
  public static Level level(String indicator, Double value) {
    Optional<Curve> curve = curve(indicator);
    if (value == null || curve.isEmpty()) {
      return Level.NONE;
    }
    double way = (value - curve.get().floor()) / (curve.get().target() - curve.get().floor());
    if (way >= GOOD) {
      return Level.NORMAL;
    }
    return way >= FAIR ? Level.WARNING : Level.ALARM;
  }

  /** The value that earns full points. */
  public static Optional<Double> target(String indicator) {
    return curve(indicator).map(Curve::target);
  }

  /** The scheme that scores are made by. */
  public static ScoringScheme scheme() {
    return SCHEME;
  }

  private static Optional<Curve> curve(String indicator) {
    return SCHEME.dimensions().stream()
        .flatMap(dimension -> dimension.indicators().stream())
        .filter(scored -> scored.indicator().equals(indicator))
        .map(ScoredIndicator::curve)
        .findFirst();
  }
}
