package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.board.PanelPlan;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import java.util.List;
import java.util.Optional;

/** The area that a panel is about: the one that its board names, or the city. */
final class PanelArea {

  private final String id;

  PanelArea(PanelPlan plan) {
    this.id = plan.text("area");
  }

  /**
   * The grids whose rows count: none for the whole city. Empty when this city has no such area:
   * then there is nothing to show, which is not the same as everything.
   */
  Optional<List<String>> grids(CityModel city) {
    boolean everywhere =
        id.isEmpty() || city.root().filter(root -> root.areaId().equals(id)).isPresent();
    return everywhere
        ? Optional.of(List.of())
        : city.area(id).map(area -> city.gridsOf(id)).filter(grids -> !grids.isEmpty());
  }

  /** The id of the area; the root's for the city, empty while no areas are known. */
  String idIn(CityModel city) {
    return id.isEmpty() ? city.root().map(root -> root.areaId()).orElse("") : id;
  }

  /** A heading with the area behind it, where it is not the city. */
  String heading(CityModel city, Messages messages, String words) {
    return id.isEmpty() ? words : words + " · " + city.areaName(id, messages.language());
  }
}
