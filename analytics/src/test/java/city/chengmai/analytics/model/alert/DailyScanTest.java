package city.chengmai.analytics.model.alert;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.rule.AlertRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DailyScanTest {

  private static final int DAY = 20_502;
  private static final int GRIDS = 25;
  private static final ClusterPlan PLAN = ClusterPlan.of(AlertRules.bundled().rule("A03-scan"));

  /** Cases of 40 days, anywhere in five kilometres square. */
  private static List<CaseAt> ordinary(long seed, int cases) {
    Random random = new Random(seed);
    List<CaseAt> all = new ArrayList<>();
    for (int i = 0; i < cases; i++) {
      double x = random.nextDouble();
      double y = random.nextDouble();
      String grid = "g" + (int) (x * GRIDS);
      all.add(
          new CaseAt(
              "case-" + i, grid, 121.3 + 0.05 * x, 31.2 + 0.045 * y, DAY - random.nextInt(40)));
    }
    return all;
  }

  private static List<CaseAt> withCluster(long seed) {
    List<CaseAt> all = ordinary(seed, 120);
    for (int i = 0; i < 12; i++) {
      all.add(new CaseAt("spot-" + i, "g7", 121.3321, 31.2222, DAY - i % 3));
    }
    return all;
  }

  @Test
  void casesAtOneSpotAreFoundWithTheirPlaceAndDays() {
    List<FoundCluster> found = new DailyScan(PLAN).of("c", DAY, withCluster(1));
    assertThat(found).hasSize(1);
    FoundCluster cluster = found.get(0);
    assertThat(cluster.cases()).contains("spot-0", "spot-11");
    assertThat(cluster.grids().get(0)).isEqualTo("g7");
    assertThat(cluster.firstDay()).isBetween(DAY - 3, DAY - 1);
    assertThat(cluster.recurrenceDays()).isGreaterThanOrEqualTo(365);
    assertThat(cluster.longitude()).isBetween(121.32, 121.345);
    assertThat(cluster.radius()).isBetween(100.0, 1500.0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void laterDaysAndTheOrderOfCasesChangeNothing(long seed) {
    List<CaseAt> all = withCluster(seed);
    List<FoundCluster> found = new DailyScan(PLAN).of("c", DAY, all);
    List<CaseAt> more = new ArrayList<>(all);
    for (int i = 0; i < 50; i++) {
      more.add(new CaseAt("later-" + i, "g7", 121.3321, 31.2222, DAY + 1 + i % 5));
    }
    Collections.shuffle(more, new Random(seed));
    assertThat(new DailyScan(PLAN).of("c", DAY, more)).isEqualTo(found);
  }

  /** 60 days by a rule that chance passes once in 365: hardly ever more than one. */
  @Test
  void ordinaryDaysHoldNoCluster() {
    int days = 0;
    for (long seed = 100; seed < 160; seed++) {
      days += new DailyScan(PLAN).of("c" + seed, DAY, ordinary(seed, 150)).isEmpty() ? 0 : 1;
    }
    assertThat(days).isLessThanOrEqualTo(1);
  }

  @Test
  void clusterThatItsLastDayAddsNothingToIsNoNews() {
    List<CaseAt> all = ordinary(4, 120);
    for (int i = 0; i < 15; i++) {
      all.add(new CaseAt("spot-" + i, "g7", 121.3321, 31.2222, DAY - 2));
    }
    all.removeIf(one -> one.day() == DAY && one.grid().equals("g7"));
    assertThat(new DailyScan(PLAN).of("c", DAY, all))
        .allSatisfy(cluster -> assertThat(cluster.cases()).anyMatch(id -> !id.startsWith("spot-")));
    assertThat(new DailyScan(PLAN).of("c", DAY - 2, all)).hasSize(1);
  }
}
