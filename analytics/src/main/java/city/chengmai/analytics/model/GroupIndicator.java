package city.chengmai.analytics.model;

import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.catalogue.Unit;
import city.chengmai.datasets.indicator.Rate;
import city.chengmai.datasets.indicator.Reading;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/** One indicator in one peer group on one day: what is known of each member's true value. */
final class GroupIndicator {

  private static final double ROUNDING = 1e-6;

  private final Indicator indicator;
  private final Map<String, Reading.Measured> measured;
  private final Map<String, Belief> beliefs;
  private final OptionalDouble peerValue;

  private GroupIndicator(
      Indicator indicator, Map<String, Reading.Measured> measured, Map<String, Belief> beliefs) {
    this.indicator = indicator;
    this.measured = measured;
    this.beliefs = beliefs;
    this.peerValue = beliefs.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(share());
  }

  private double share() {
    Rate all =
        measured.values().stream().map(Reading.Measured::rate).reduce(Rate.NOTHING, Rate::plus);
    return all.share().orElseThrow() * scale();
  }

  static GroupIndicator of(Indicator indicator, List<AreaReadings> members) {
    Map<String, Reading.Measured> measured = new LinkedHashMap<>();
    for (AreaReadings member : members) {
      if (member.reading(indicator.id()) instanceof Reading.Measured reading) {
        measured.put(member.area(), reading);
      }
    }
    Map<String, Belief> beliefs = new HashMap<>();
    family(indicator, measured.values())
        .ifPresent(
            family -> {
              List<Rate> rates = measured.values().stream().map(Reading.Measured::rate).toList();
              PeerPrior prior = PeerPrior.of(family, rates);
              measured.forEach((area, own) -> beliefs.put(area, prior.belief(own.rate())));
            });
    return new GroupIndicator(indicator, measured, beliefs);
  }

  /** Which counts make the value; empty for medians, which counts do not make. */
  private static Optional<CountFamily> family(
      Indicator indicator, Collection<Reading.Measured> measured) {
    boolean counted =
        indicator.unit() != Unit.HOURS
            && measured.stream().allMatch(own -> madeOfCounts(own, indicator.unit().scale()));
    if (measured.isEmpty() || !counted) {
      return Optional.empty();
    }
    return Optional.of(indicator.unit() == Unit.PERCENT ? CountFamily.SHARE : CountFamily.DENSITY);
  }

  private static boolean madeOfCounts(Reading.Measured own, double scale) {
    double value = own.rate().share().orElse(Double.NaN) * scale;
    return Math.abs(value - own.value()) <= ROUNDING * Math.max(1, Math.abs(value));
  }

  Indicator indicator() {
    return indicator;
  }

  int peers() {
    return measured.size();
  }

  OptionalDouble value(String area) {
    Reading.Measured own = measured.get(area);
    return own == null ? OptionalDouble.empty() : OptionalDouble.of(own.value());
  }

  /** The best estimate: shrunk to the group, or the raw value where counts do not make it. */
  OptionalDouble best(String area) {
    Belief belief = beliefs.get(area);
    return belief == null ? value(area) : OptionalDouble.of(belief.mean() * scale());
  }

  Optional<Spread> interval(String area) {
    return Optional.ofNullable(beliefs.get(area)).map(own -> own.interval().times(scale()));
  }

  OptionalDouble peerValue() {
    return peerValue;
  }

  /** Values at random, always the same for one area and day; empty where counts do not make it. */
  Optional<double[]> draws(String area, LocalDate day, int count) {
    return Optional.ofNullable(beliefs.get(area))
        .map(
            belief -> {
              SplittableRandom random =
                  new SplittableRandom(DrawSeed.of(area, day, indicator.id()));
              double[] draws = new double[count];
              for (int i = 0; i < count; i++) {
                draws[i] = belief.draw(random) * scale();
              }
              return draws;
            });
  }

  private double scale() {
    return indicator.unit().scale();
  }
}
