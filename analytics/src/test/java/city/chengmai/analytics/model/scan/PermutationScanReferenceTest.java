package city.chengmai.analytics.model.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.testing.SharedData;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks S1 and S3: the permutation scan against output of SaTScan 10.3.2. */
class PermutationScanReferenceTest {

  private static final Offset<Double> EXACT = within(1e-5);
  private static final Offset<Double> PRINTED = within(5e-5);
  private static final double KILOMETRES = 3;

  @Tag("shared-data")
  @ExtendWith(SharedData.class)
  @Test
  void s1FeverInNewYorkHasTheFourClustersOfSaTScan() {
    List<Occurrence> cases = fever();
    ScanResult result =
        PermutationScan.of(
            CaseTable.of(cases, 1, 24),
            Strata.none(),
            ScanPlan.daily(Distance.SPHERE, ScanLimits.half().withRadius(KILOMETRES))
                .withReplicas(9_999, 1)
                .withClusters(4));

    List<Cluster> found = result.clusters();
    assertThat(found).extracting(Cluster::cases).containsExactly(4L, 2L, 2L, 2L);
    assertThat(found).extracting(Cluster::firstDay).containsExactly(22, 24, 23, 24);
    assertThat(found).extracting(Cluster::lastDay).containsOnly(24);
    assertScores(found, 3.845418, 3.164201, 2.137259, 1.427139);
    assertExpected(found, 0.6701, 0.1649, 0.2938, 0.4536);
    assertThat(found.get(0).radius()).isCloseTo(2.90, within(0.01));
    assertPlaces(
        found.get(0),
        cases,
        List.of("11418", "11415", "11419", "11435", "11416", "11421", "11451", "11375", "11417"));
    assertPlaces(found.get(1), cases, List.of("11372"));
    assertPlaces(found.get(2), cases, List.of("10472"));
    assertPlaces(found.get(3), cases, List.of("10469", "10475", "10467", "10466"));
    assertThat(found.get(0).p()).isCloseTo(0.20362, within(0.02));
    assertThat(found.get(1).p()).isCloseTo(0.49243, within(0.02));
    assertThat(found.get(2).p()).isCloseTo(0.95849, within(0.02));
    assertThat(found.get(3).p()).isCloseTo(0.99958, within(0.02));
  }

  @Test
  void s3GridHasTheFourClustersOfSaTScanUnderThePrefixRule() {
    List<Occurrence> events = GridEvents.of(1, 25);
    assertThat(events.stream().mapToLong(PermutationScanReferenceTest::checksum).sum())
        .isEqualTo(119466240295L);

    List<Cluster> found =
        PermutationScan.of(
                GridEvents.table(events), Strata.none(), GridEvents.plan(999).withClusters(4))
            .clusters();

    assertScores(found, 24.201317, 6.013828, 5.995695, 5.511436);
    assertExpected(found, 5.6325, 0.1567, 3.6249, 1.4400);
    assertThat(found).extracting(Cluster::cases).containsExactly(29L, 3L, 12L, 7L);
    assertThat(found).extracting(Cluster::firstDay).containsExactly(27, 29, 26, 28);
    assertThat(found)
        .extracting(cluster -> cluster.centre().name())
        .containsExactly("30-11", "28-27", "11-31", "13-37");
    assertThat(found).extracting(cluster -> cluster.places().size()).containsExactly(8, 1, 7, 10);
    assertThat(found.get(0).p()).isEqualTo(0.001);
    assertThat(found.get(0).gumbelP()).isLessThan(1e-6);
    assertThat(found.get(1).p()).isCloseTo(0.862, within(0.04));
    assertThat(found.get(2).p()).isCloseTo(0.870, within(0.04));
  }

  private static long checksum(Occurrence event) {
    return 1_000_000L * (long) event.place().x() + 1000L * (long) event.place().y() + event.day();
  }

  private static void assertScores(List<Cluster> found, double... scores) {
    for (int i = 0; i < scores.length; i++) {
      assertThat(found.get(i).score()).isCloseTo(scores[i], EXACT);
    }
  }

  private static void assertExpected(List<Cluster> found, double... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(found.get(i).expected()).isCloseTo(expected[i], PRINTED);
    }
  }

  /** Places without any case may be in or out of a cluster. */
  private static void assertPlaces(Cluster cluster, List<Occurrence> cases, List<String> expected) {
    Set<String> seen = new HashSet<>();
    cases.stream().filter(c -> c.count() > 0).forEach(c -> seen.add(c.place().name()));
    assertThat(cluster.places().stream().map(Place::name).filter(seen::contains))
        .containsExactlyInAnyOrderElementsOf(expected.stream().filter(seen::contains).toList());
  }

  private static List<Occurrence> fever() {
    List<Occurrence> cases = new ArrayList<>();
    List<Place> places =
        cells("nyc-fever/NYCfever.geo")
            .map(c -> new Place(c[0], Double.parseDouble(c[2]), Double.parseDouble(c[1])))
            .toList();
    places.forEach(place -> cases.add(new Occurrence(place, 1, 0)));
    cells("nyc-fever/NYCfever.cas")
        .forEach(
            c -> {
              Place place = places.stream().filter(p -> p.name().equals(c[0])).findFirst().get();
              int day = Integer.parseInt(c[2].substring(c[2].lastIndexOf('/') + 1));
              cases.add(new Occurrence(place, day, Integer.parseInt(c[1])));
            });
    return cases;
  }

  private static Stream<String[]> cells(String entry) {
    return SharedData.lines("reference-statistics.zip", entry).stream()
        .filter(line -> !line.isBlank())
        .map(line -> line.trim().split("\\s+", -1));
  }
}
