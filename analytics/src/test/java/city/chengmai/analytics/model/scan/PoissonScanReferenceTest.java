package city.chengmai.analytics.model.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.testing.SharedData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks S2 and S4: scans with a given expectation against SaTScan and scanstatistics. */
@Tag("shared-data")
@ExtendWith(SharedData.class)
class PoissonScanReferenceTest {

  private static final Offset<Double> EXACT = within(1e-5);

  @Test
  void s2LeukaemiaInNewYorkHasTheSixClustersOfSaTScan() {
    Map<String, Double> people = new HashMap<>();
    cells("ny-leukaemia/pop.txt").forEach(c -> people.put(c[0], Double.valueOf(c[2])));
    Map<String, Integer> cases = new HashMap<>();
    cells("ny-leukaemia/cases.txt").forEach(c -> cases.put(c[0], Integer.valueOf(c[1])));
    List<Occurrence> counts =
        cells("ny-leukaemia/coords.txt")
            .map(c -> new Place(c[0], Double.parseDouble(c[1]), Double.parseDouble(c[2])))
            .map(place -> new Occurrence(place, 0, cases.get(place.name())))
            .toList();

    List<Cluster> found =
        PoissonScan.spatial(
                CaseTable.of(counts, 0, 0),
                place -> people.get(place.name()),
                ScanPlan.daily(Distance.PLANE, ScanLimits.half())
                    .withReplicas(9_999, 1)
                    .withClusters(6))
            .clusters();

    double[] scores = {14.083511, 9.019716, 6.114140, 4.651839, 3.363518, 3.209485};
    for (int i = 0; i < scores.length; i++) {
      assertThat(found.get(i).score()).isCloseTo(scores[i], EXACT);
    }
    assertThat(found).extracting(Cluster::cases).containsExactly(100L, 38L, 64L, 25L, 12L, 11L);
    assertThat(found.get(0).places()).hasSize(28);
    assertThat(found.get(0).expected()).isCloseTo(58.28, within(0.005));
    assertPlaces(found.get(1), "89", "88", "87", "84", "90", "86", "92", "85");
    assertThat(found.get(2).places()).hasSize(33);
    assertPlaces(found.get(3), "62", "64", "67", "65");
    assertPlaces(found.get(4), "266", "281", "267", "265");
    assertPlaces(found.get(5), "166", "159", "167");
    assertThat(found.get(0).p()).isCloseTo(0.0003, within(0.0005));
    assertThat(found.get(0).gumbelP()).isCloseTo(0.00015, within(0.00015));
    assertThat(found.get(1).p()).isCloseTo(0.020, within(0.01));
    assertThat(found.get(2).p()).isCloseTo(0.246, within(0.02));
    assertThat(found.get(3).p()).isCloseTo(0.658, within(0.02));
  }

  @Test
  void s4BrainCancerInNewMexicoHasTheClusterOfScanstatistics() {
    CaseTable table = CaseTable.of(NewMexico.cases(), 1986, 1989);

    ScanResult result =
        PoissonScan.expectationBased(
            table,
            NewMexico::expected,
            ScanPlan.daily(Distance.SPHERE, new ScanLimits(1e9, 1, 15, 1)).withLongest(4));

    Cluster likely = result.clusters().get(0);
    assertThat(result.zones()).isEqualTo(415);
    assertPlaces(likely, "LosAlamos", "SantaFe");
    assertThat(likely.firstDay()).isEqualTo(1986);
    assertThat(likely.lastDay()).isEqualTo(1989);
    assertThat(likely.cases()).isEqualTo(43);
    assertThat(likely.expected()).isCloseTo(20.658531, EXACT);
    assertThat(likely.score()).isCloseTo(9.180617, EXACT);
    assertThat(likely.p()).isBetween(0.001, 0.01);
    assertThat(likely.gumbelP()).isBetween(0.001, 0.01);
  }

  private static void assertPlaces(Cluster cluster, String... names) {
    assertThat(cluster.places().stream().map(Place::name)).containsExactlyInAnyOrder(names);
  }

  private static Stream<String[]> cells(String entry) {
    return SharedData.lines("reference-statistics.zip", entry).stream()
        .filter(line -> !line.isBlank())
        .map(line -> line.trim().split("\\s+", -1));
  }
}
