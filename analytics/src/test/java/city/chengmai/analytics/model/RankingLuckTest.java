package city.chengmai.analytics.model;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.indicator.Rate;
import city.chengmai.datasets.indicator.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Neither luck nor bad luck of a tiny grid decides a table. */
class RankingLuckTest {

  private static final Logger LOG = LoggerFactory.getLogger(RankingLuckTest.class);
  private static final long SEED = 11;
  private static final int MEMBERS = 15;
  private static final int DRAWS = 1_000;
  private static final LocalDate DAY = LocalDate.of(2026, 3, 20);
  private static final Indicator CLOSING = Catalogue.bundled().indicator("M03");

  @Test
  void aTinyGridAmongEqualsIsFirstAndLastNoMoreOftenThanOthers() {
    int first = 0;
    int last = 0;
    int rawFirst = 0;
    int rounds = 2_000;
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < rounds; round++) {
      List<Rate> rates = alike(random);
      IndicatorStanding tiny = standings(rates).get(0);
      int rank = tiny.standing().orElseThrow().rank();
      first += rank == 1 ? 1 : 0;
      last += rank == MEMBERS ? 1 : 0;
      rawFirst += rawRank(rates) == 1 ? 1 : 0;
    }
    LOG.info(
        "seed {}: of {} tables the tiny grid is first in {}, last in {}; by raw value first in {}",
        SEED,
        rounds,
        first,
        last,
        rawFirst);
    double even = (double) rounds / MEMBERS;
    assertThat((double) first).isLessThan(1.5 * even);
    assertThat((double) last).isLessThan(1.5 * even);
    assertThat((double) rawFirst).as("what luck alone would do").isGreaterThan(3 * even);
  }

  /** The first with ten cases, the others with three hundred, all with the same true share. */
  private static List<Rate> alike(SplittableRandom random) {
    List<Rate> rates = new ArrayList<>();
    for (int i = 0; i < MEMBERS; i++) {
      int sample = i == 0 ? 10 : 300;
      rates.add(new Rate(SimulatedGroup.hits(0.9, sample, random), sample));
    }
    return rates;
  }

  private static int rawRank(List<Rate> rates) {
    double[] shares = rates.stream().mapToDouble(rate -> rate.share().orElseThrow()).toArray();
    return Standing.of(shares[0], shares).rank();
  }

  @Test
  void rangesHoldTheTrueRank() {
    SplittableRandom random = new SplittableRandom(SEED);
    int held = 0;
    int grids = 0;
    while (grids < 2_000) {
      SimulatedGroup group = SimulatedGroup.ofShares(0.85, 12, MEMBERS, 40, random);
      double[] truths = group.truths().stream().mapToDouble(truth -> truth).toArray();
      List<IndicatorStanding> standings = standings(group.rates());
      for (int i = 0; i < MEMBERS; i++, grids++) {
        RankRange range = standings.get(i).ranks().orElseThrow();
        int rank = Standing.of(truths[i], truths).rank();
        held += range.best() <= rank && rank <= range.worst() ? 1 : 0;
      }
    }
    LOG.info("seed {}: {} of {} rank ranges hold the true rank", SEED, held, grids);
    assertThat((double) held / grids).isGreaterThan(0.93);
  }

  @Test
  void equalsShareTheirRangeAndAClearLeaderHasARangeOfOne() {
    double[][] draws = {{9, 9, 9}, {1, 2, 3}, {3, 2, 1}, {2, 2, 2}};

    assertThat(RankRange.of(draws).get(0)).isEqualTo(new RankRange(1, 1));
    assertThat(RankRange.of(draws).get(1)).isEqualTo(new RankRange(2, 4));
    assertThat(RankRange.of(new double[][] {{0.0, -0.0}, {-0.0, 0.0}}))
        .containsOnly(new RankRange(1, 1));
    assertThat(RankRange.of(new double[0][])).isEmpty();
  }

  @Test
  void sameReadingsGiveSameDraws() {
    List<Rate> rates = alike(new SplittableRandom(SEED));

    assertThat(standings(rates)).isEqualTo(standings(rates));
    assertThat(DrawSeed.of("g1", DAY, "M03")).isNotEqualTo(DrawSeed.of("g1", DAY, "M04"));
    assertThat(DrawSeed.of("g1", DAY, "M03"))
        .isNotEqualTo(DrawSeed.of("g1", DAY.plusDays(1), "M03"));
  }

  private static List<IndicatorStanding> standings(List<Rate> rates) {
    List<AreaReadings> members = new ArrayList<>();
    for (int i = 0; i < rates.size(); i++) {
      double value = 100 * rates.get(i).share().orElseThrow();
      members.add(
          new AreaReadings(
              "g" + i,
              List.of("general"),
              Map.of(
                  CLOSING.id(),
                  new Reading.Measured(value, OptionalDouble.empty(), rates.get(i)))));
    }
    GroupIndicator indicator = GroupIndicator.of(CLOSING, members);
    List<Optional<double[]>> draws =
        members.stream().map(member -> indicator.draws(member.area(), DAY, DRAWS)).toList();
    return new IndicatorTable(indicator, members).standings("general", draws);
  }
}
