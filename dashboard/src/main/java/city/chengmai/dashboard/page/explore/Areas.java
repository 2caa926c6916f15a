package city.chengmai.dashboard.page.explore;

import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import io.vertx.ext.web.handler.HttpException;
import java.util.List;

/** The areas that a visitor may choose from. */
final class Areas {

  private static final int NOT_FOUND = 404;

  private final CityModel seen;

  /** Of a city with only what the visitor may see. */
  Areas(CityModel seen) {
    this.seen = seen;
  }

  /**
   * The area of this id; for an empty id the largest one that consists of several.
   *
   * @throws HttpException with 404 when there is none, or none that the visitor may see
   */
  AreaRow chosen(String id) {
    if (!id.isEmpty()) {
      return seen.area(id).orElseThrow(() -> new HttpException(NOT_FOUND));
    }
    AreaRow at = seen.areas().stream().findFirst().orElseThrow(() -> new HttpException(NOT_FOUND));
    for (List<AreaRow> below = below(at); below.size() == 1; below = below(at)) {
      at = below.get(0);
    }
    return at;
  }

  /** Areas directly below one, without those that are laid over others. */
  List<AreaRow> below(AreaRow area) {
    return seen.areas().stream()
        .filter(one -> one.overlay() == 0 && one.parentId().equals(area.areaId()))
        .toList();
  }

  /**
   * Whether an area is the whole city: its largest area, or the only one within that, and so on.
   * Never for a visitor who does not see the largest one.
   */
  boolean isWhole(AreaRow area) {
    List<AreaRow> at = seen.areas().stream().filter(Areas::isLargest).toList();
    while (at.size() == 1) {
      if (at.get(0).equals(area)) {
        return true;
      }
      at = below(at.get(0));
    }
    return false;
  }

  private static boolean isLargest(AreaRow area) {
    return area.parentId().isEmpty() && area.overlay() == 0;
  }

  /** Ids of the base grids within one; of a grid its own. */
  List<String> gridsOf(AreaRow area) {
    return seen.gridsOf(area.areaId());
  }

  /** All base grids. */
  List<AreaRow> grids() {
    return seen.baseGrids();
  }

  /** What the form offers. */
  List<Choice> choices(AreaRow area, Messages messages) {
    return Choice.headed(
        seen.areas().stream()
            .map(
                one ->
                    new Choice(
                        one.areaId(),
                        seen.areaName(one.areaId(), messages.language()),
                        messages.textOr(
                            "explore.level." + (one.overlay() == 1 ? "overlay" : one.level()),
                            one.level()),
                        one.areaId().equals(area.areaId())))
            .toList());
  }
}
