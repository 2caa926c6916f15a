package city.chengmai.analytics.model.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClusterGroupsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  private static ClusterGroups.Known known(LocalDate day, Set<String> places, String group) {
    return new ClusterGroups.Known("c", day, places, group);
  }

  @Test
  void clusterThatGrowsWithinItsDayStaysTheSameAlert() {
    ClusterGroups groups = new ClusterGroups(2);
    groups.before("b|c", known(DAY, Set.of("b", "c"), "b|c"));
    assertThat(groups.had("a|c", id -> id.equals("a|c"), "c", DAY, Set.of("a", "b", "c")))
        .hasValue("b|c");
    groups.before("a|c", known(DAY, Set.of("a", "b", "c"), "b|c"));
    assertThat(groups.had("a|c", id -> id.equals("a|c"), "c", DAY, Set.of("a", "b", "c")))
        .as("and so in the run after that")
        .hasValue("b|c");
  }

  @Test
  void whatIsFoundStillIsNoEarlierFormOfAnother() {
    ClusterGroups groups = new ClusterGroups(2);
    groups.before("b|c", known(DAY, Set.of("b", "grid"), "b|c"));
    assertThat(groups.had("x|c", Set.of("b|c", "x|c")::contains, "c", DAY, Set.of("x", "grid")))
        .isEmpty();
  }

  @Test
  void otherDaysCategoriesAndPlacesAreNoEarlierForm() {
    ClusterGroups groups = new ClusterGroups(2);
    groups.before("b|c", known(DAY, Set.of("b"), "b|c"));
    assertThat(groups.had("a|c", id -> false, "c", DAY.plusDays(1), Set.of("b"))).isEmpty();
    assertThat(groups.had("a|c", id -> false, "d", DAY, Set.of("b"))).isEmpty();
    assertThat(groups.had("a|c", id -> false, "c", DAY, Set.of("a"))).isEmpty();
  }
}
