package city.chengmai.analytics.model.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Laws of scans on small random data, against a search that takes no short cut. */
class ScanPropertiesTest {

  private static final int SIDE = 6;
  private static final int DAYS = 14;
  private static final int LAWS = 20;

  @RepeatedTest(LAWS)
  void orderOfEventsChangesNothing(RepetitionInfo repetition) {
    List<Occurrence> events = events(repetition.getCurrentRepetition(), 150);
    List<Occurrence> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(repetition.getCurrentRepetition()));

    assertThat(scan(shuffled, plan(99)).clusters()).isEqualTo(scan(events, plan(99)).clusters());
  }

  @RepeatedTest(LAWS)
  void eventsOneByOneOrCountedAreTheSame(RepetitionInfo repetition) {
    List<Occurrence> events = events(repetition.getCurrentRepetition(), 80);
    List<Occurrence> counted = new ArrayList<>();
    events.stream()
        .distinct()
        .forEach(
            event ->
                counted.add(
                    new Occurrence(
                        event.place(), event.day(), Collections.frequency(events, event))));

    assertThat(scan(counted, plan(19)).clusters()).isEqualTo(scan(events, plan(19)).clusters());
  }

  @RepeatedTest(5)
  void noCylinderScoresHigherThanTheFirstCluster(RepetitionInfo repetition) {
    List<Occurrence> events = events(repetition.getCurrentRepetition(), 150);
    for (ScanPlan plan : List.of(plan(0), plan(0).retrospective())) {
      double highest = PlainSearch.highest(events, DAYS, plan);

      assertThat(scan(events, plan).clusters().get(0).score()).isCloseTo(highest, within(1e-9));
    }
  }

  @RepeatedTest(LAWS)
  void shortCutsOfDrawsMissNothing(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    CaseTable table = CaseTable.of(events(seed, 150), 0, DAYS - 1);
    Windows windows = Windows.prospective(DAYS, 7);
    double[] expected = new double[table.places().size() * windows.size()];
    double[] weights = new double[table.places().size()];
    for (int place = 0; place < weights.length; place++) {
      weights[place] = table.ofPlace(place);
      for (int window = 0; window < windows.size(); window++) {
        expected[place * windows.size() + window] = weights[place] * (window + 1) / DAYS;
      }
    }
    Zones zones =
        Zones.of(table.places(), weights, Distance.PLANE, ScanLimits.half().withRadius(3));
    ScanScore score = new ScanScore.Conditional(table.total());
    CylinderSearch search = new CylinderSearch(zones, windows.size(), expected, score, 2);
    WindowCounts counts = WindowCounts.of(table, windows);
    double best = search.best(counts, new boolean[weights.length]).orElseThrow().score();

    assertThat(search.highest(counts, search.critical(0))).isCloseTo(best, within(1e-9));
    assertThat(search.highest(counts, search.critical(best - 0.01))).isCloseTo(best, within(1e-9));
    assertThat(search.highest(counts, search.critical(best + 0.01))).isZero();
  }

  @Test
  void clustersHaveNoPlaceInCommonAndFallingScores() {
    List<Cluster> clusters = scan(events(5, 300), plan(19)).clusters();

    assertThat(clusters).hasSizeGreaterThan(2);
    assertThat(clusters.stream().flatMap(c -> c.places().stream())).doesNotHaveDuplicates();
    assertThat(clusters).isSortedAccordingTo(Comparator.comparingDouble(Cluster::score).reversed());
  }

  @Test
  void marketOfEverySaturdayIsNoClusterWithinWeekdays() {
    List<Occurrence> events = new ArrayList<>(events(7, 200));
    Place market = place(3, 3);
    for (int day = DAYS - 1; day >= 0; day -= Strata.WEEK) {
      events.add(new Occurrence(market, day, 20));
    }
    CaseTable table = CaseTable.of(events, 0, DAYS - 1);

    Cluster plain = PermutationScan.of(table, Strata.none(), plan(199)).clusters().get(0);
    List<Cluster> within = PermutationScan.of(table, Strata.weekday(), plan(199)).clusters();

    assertThat(plain.places()).contains(market);
    assertThat(plain.p()).isLessThan(0.05);
    assertThat(within)
        .filteredOn(cluster -> cluster.places().contains(market))
        .allMatch(cluster -> cluster.p() > 0.5);
  }

  @Test
  void nullDataRaiseAboutOneAlarmInTwenty() {
    long alarms =
        LongStream.range(0, 100)
            .filter(seed -> scan(events(1000 + seed, 200), plan(199)).clusters().get(0).p() <= 0.05)
            .count();

    assertThat(alarms).isBetween(1L, 10L);
  }

  @Test
  void forecastOfZeroCasesInAllIsRefused() {
    CaseTable table = CaseTable.of(events(1, 20), 0, DAYS - 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PoissonScan.expectationBased(table, (place, day) -> 0, plan(9)))
        .withMessageContaining("all of it is 0");
  }

  private static ScanResult scan(List<Occurrence> events, ScanPlan plan) {
    return PermutationScan.of(CaseTable.of(events, 0, DAYS - 1), Strata.none(), plan);
  }

  private static ScanPlan plan(int replicas) {
    return ScanPlan.daily(Distance.PLANE, ScanLimits.half().withRadius(3))
        .withReplicas(replicas, 3);
  }

  private static List<Occurrence> events(long seed, int number) {
    Random random = new Random(seed);
    List<Occurrence> events = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Place place = place(random.nextInt(SIDE), random.nextInt(SIDE));
      events.add(new Occurrence(place, random.nextInt(DAYS), 1));
    }
    return events;
  }

  private static Place place(int x, int y) {
    return new Place(x + "-" + y, x, y);
  }
}
