package city.chengmai.analytics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Direction;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.catalogue.ScoredDimension;
import city.chengmai.datasets.catalogue.ScoredIndicator;
import city.chengmai.datasets.catalogue.ScoringScheme;
import city.chengmai.datasets.catalogue.Unit;
import city.chengmai.datasets.indicator.Rate;
import city.chengmai.datasets.indicator.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PortraitScorerTest {

  private static final Catalogue CATALOGUE = Catalogue.bundled();
  private static final ScoringScheme SCHEME = ScoringScheme.bundled();
  private static final PortraitScorer SCORER = new PortraitScorer(CATALOGUE, SCHEME);

  private static final LocalDate DAY = LocalDate.of(2026, 3, 20);

  @Test
  void contributionsAddUpToTheScore() {
    for (Portrait portrait : scored(randomAreas(new Random(3), 40))) {
      for (Portrait.Placed placed : portrait.scores()) {
        if (placed.score().value().isEmpty()) {
          continue;
        }
        List<Contribution> parts = placed.score().contributions();
        double score = placed.score().value().getAsDouble();
        assertThat(parts.stream().mapToDouble(Contribution::points).sum())
            .isCloseTo(score, within(1e-9));
        assertThat(parts.stream().mapToDouble(Contribution::lostPoints).sum())
            .isCloseTo(100 - score, within(1e-9));
      }
    }
  }

  @Test
  void betterValueNeverScoresLower_d3() {
    for (ScoredDimension dimension : SCHEME.dimensions()) {
      for (ScoredIndicator scored : dimension.indicators()) {
        Indicator indicator = CATALOGUE.indicator(scored.indicator());
        double sign = indicator.direction() == Direction.HIGHER_IS_BETTER ? 1 : -1;
        double before = Double.NEGATIVE_INFINITY;
        for (double value = -50 * sign; Math.abs(value) <= 300; value += sign) {
          double points = CurvePoints.of(scored.curve(), value);
          assertThat(points).isGreaterThanOrEqualTo(before);
          before = points;
        }
      }
    }
  }

  @Test
  void perfectAreaEarnsOneHundredAndWorstNothing_d9() {
    assertThat(overall(1, 100_000)).isCloseTo(100, within(0.01));
    assertThat(overall(0, 100_000)).isCloseTo(0, within(0.01));
  }

  @Test
  void scoreRespondsToEveryIndicator_d8() {
    Map<String, Reading> base = readings(0.5, 100_000);
    double before =
        scored(List.of(area("a", base))).get(0).of(Score.OVERALL).score().value().getAsDouble();
    for (ScoredDimension dimension : SCHEME.dimensions()) {
      for (ScoredIndicator scored : dimension.indicators()) {
        Map<String, Reading> changed = new HashMap<>(base);
        changed.put(scored.indicator(), reading(scored.indicator(), scored, 0.8, 100_000));
        assertThat(
                scored(List.of(area("a", changed)))
                    .get(0)
                    .of(Score.OVERALL)
                    .score()
                    .value()
                    .getAsDouble())
            .as(scored.indicator())
            .isGreaterThan(before);
      }
    }
  }

  @Test
  void areaWithOneReportIsNotRanked_d11() {
    Map<String, Reading> tiny = new HashMap<>();
    SCHEME
        .dimensions()
        .forEach(
            d ->
                d.indicators()
                    .forEach(
                        i ->
                            tiny.put(i.indicator(), new Reading.Insufficient(new Rate(1, 1), 10))));

    List<Portrait> portraits =
        scored(List.of(area("one-report", tiny), area("busy", readings(0.6, 500))));

    Portrait.Placed placed = portraits.get(0).of(Score.OVERALL);
    assertThat(placed.grade()).isEqualTo(Portrait.INSUFFICIENT);
    assertThat(placed.standing()).isEmpty();
    assertThat(portraits.get(1).of(Score.OVERALL).standing()).contains(new Standing(1, 1, 1));
  }

  @Test
  void dimensionWithLessThanSixtyPercentOfItsWeightIsInsufficient() {
    Map<String, Reading> readings = readings(0.6, 500);
    readings.put("M04", new Reading.NoData());
    assertThat(management(readings).score().sufficient()).isTrue();
    assertThat(management(readings).score().weightPresent()).isCloseTo(0.76, within(1e-9));

    readings.put("M02", new Reading.NoData());
    readings.put("M03", new Reading.NoData());
    assertThat(management(readings).score().value()).isEmpty();
  }

  @Test
  void whatDoesNotApplyLeavesTheWeightThatSixtyPercentIsTakenOf() {
    Map<String, Reading> readings = readings(0.6, 500);
    readings.put("M04", new Reading.NotApplicable());
    readings.put("M02", new Reading.NoData());
    readings.put("M03", new Reading.NoData());

    assertThat(management(readings).score().weightPresent()).isCloseTo(0.48 / 0.76, within(1e-9));
    assertThat(management(readings).score().sufficient()).isTrue();
  }

  @Test
  void equalScoresShareTheirRank() {
    double[] group = {90, 80, 80, 70};

    assertThat(Standing.of(90, group)).isEqualTo(new Standing(1, 1, 4));
    assertThat(Standing.of(80, group)).isEqualTo(new Standing(2, 2, 4));
    assertThat(Standing.of(70, group)).isEqualTo(new Standing(4, 4, 4));
  }

  @Test
  void everyScoreLiesWithinItsIntervalAndEveryRankWithinItsRange() {
    for (Portrait portrait : scored(randomAreas(new Random(6), 30))) {
      for (Portrait.Placed placed : portrait.scores()) {
        assertThat(placed.uncertainty().isPresent()).isEqualTo(placed.standing().isPresent());
        placed
            .uncertainty()
            .ifPresent(
                sure -> {
                  double score = placed.score().value().orElseThrow();
                  int rank = placed.standing().orElseThrow().rank();
                  assertThat(score).isBetween(sure.score().lower(), sure.score().upper());
                  assertThat(rank).isBetween(sure.rank().best(), sure.rank().worst());
                });
      }
    }
  }

  @Test
  void areasWithoutAGroupOfTheirOwnAreComparedWithAllOfTheirType() {
    List<AreaReadings> areas = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      areas.add(
          new AreaReadings("park" + i, List.of("street/park", "street"), readings(0.5, 100 + i)));
    }
    areas.add(new AreaReadings("campus", List.of("street"), readings(0.7, 100)));

    List<Portrait> portraits = scored(areas);

    assertThat(portraits).extracting(Portrait::area).hasSize(6).doesNotHaveDuplicates();
    for (Portrait portrait : portraits) {
      assertThat(portrait.of(Score.OVERALL).peers())
          .isEqualTo(portrait.area().equals("campus") ? 6 : 5);
    }
  }

  @Test
  void smallAreasArePulledToTheirPeersAndLargeOnesHardly() {
    List<Rate> peers =
        List.of(new Rate(900, 1000), new Rate(850, 1000), new Rate(950, 1000), new Rate(2, 10));
    PeerPrior prior = PeerPrior.of(CountFamily.SHARE, peers);

    assertThat(prior.belief(new Rate(2, 10)).mean()).isBetween(0.25, 0.85);
    assertThat(prior.belief(new Rate(950, 1000)).mean()).isCloseTo(0.95, within(0.01));
    assertThat(prior.belief(new Rate(2, 10)).interval().upper())
        .isGreaterThan(prior.belief(new Rate(200, 1000)).interval().upper());
  }

  private static List<Portrait> scored(List<AreaReadings> areas) {
    return SCORER.score(DAY, areas).portraits();
  }

  private static Portrait.Placed management(Map<String, Reading> readings) {
    return scored(List.of(area("a", readings))).get(0).of("management");
  }

  private static double overall(double way, int sample) {
    return scored(List.of(area("a", readings(way, sample))))
        .get(0)
        .of(Score.OVERALL)
        .score()
        .value()
        .getAsDouble();
  }

  private static List<AreaReadings> randomAreas(Random random, int count) {
    List<AreaReadings> areas = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Reading> readings = new HashMap<>();
      for (ScoredDimension dimension : SCHEME.dimensions()) {
        for (ScoredIndicator scored : dimension.indicators()) {
          if (random.nextInt(6) > 0) {
            int sample = 10 + random.nextInt(200);
            readings.put(
                scored.indicator(),
                reading(scored.indicator(), scored, random.nextDouble(), sample));
          }
        }
      }
      areas.add(
          new AreaReadings("a" + i, List.of(i % 2 == 0 ? "street-front" : "building"), readings));
    }
    return areas;
  }

  private static AreaReadings area(String id, Map<String, Reading> readings) {
    return new AreaReadings(id, List.of("street-front"), readings);
  }

  /** Readings a share of the way from floor to target of each curve. */
  private static Map<String, Reading> readings(double way, int sample) {
    Map<String, Reading> readings = new HashMap<>();
    for (ScoredDimension dimension : SCHEME.dimensions()) {
      for (ScoredIndicator scored : dimension.indicators()) {
        readings.put(scored.indicator(), reading(scored.indicator(), scored, way, sample));
      }
    }
    return readings;
  }

  private static Reading reading(String id, ScoredIndicator scored, double way, int sample) {
    double value =
        scored.curve().floor() + way * (scored.curve().target() - scored.curve().floor());
    boolean percent = CATALOGUE.indicator(id).unit() == Unit.PERCENT;
    Rate rate = percent ? new Rate(sample * value / 100, sample) : new Rate(sample * value, sample);
    return new Reading.Measured(value, OptionalDouble.empty(), rate);
  }
}
