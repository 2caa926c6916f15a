package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeerGroupsTest {

  @Test
  void gridsOfOneTypeAndFormArePeersWhereEnoughShareBoth() {
    List<AreaNode> areas = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      areas.add(grid("park" + i, "street-front", "park", false));
    }
    areas.add(grid("campus", "street-front", "campus", false));
    areas.add(grid("unknown", "street-front", "", false));
    areas.add(grid("site", "street-front", "park", true));
    areas.add(new AreaNode("city", "", "city", "", false, 0, 0, 1, ""));
    PeerGroups groups = new PeerGroups(new AreaForest(areas), 5);

    assertThat(groups.of(areas.get(0))).containsExactly("street-front/park", "street-front");
    assertThat(groups.of(areas.get(5))).containsExactly("street-front");
    assertThat(groups.of(areas.get(6))).containsExactly("street-front");
    assertThat(groups.of(areas.get(7))).containsExactly("overlay");
    assertThat(groups.of(areas.get(8))).containsExactly("city");
    assertThat(new PeerGroups(new AreaForest(areas), 6).of(areas.get(0)))
        .containsExactly("street-front");
  }

  private static AreaNode grid(String id, String type, String form, boolean overlay) {
    return new AreaNode(id, "city", "grid", type, overlay, 0, 0, 1, form);
  }
}
