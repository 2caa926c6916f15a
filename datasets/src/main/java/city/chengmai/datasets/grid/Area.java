package city.chengmai.datasets.grid;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * One area as drawn over a time (区域): a city, district, sub-district, comprehensive grid or grid.
 *
 * @param id unique in the city
 * @param parentId the area above, empty for the root
 * @param level where it stands in the tree
 * @param gridType type of a grid; empty above grids
 * @param overlay true for a grid that overlaps base grids (site grids) and is never counted in
 *     totals
 * @param nameZh name in Chinese
 * @param nameEn name in English
 * @param aliases other spellings that feeds use for it
 * @param communityForm residential, park, business, campus, historic; empty when unknown
 * @param residents people living there, 0 when unknown
 * @param enterprises enterprises registered there, 0 when unknown
 * @param squareKilometres size
 * @param boundary polygon or multi-polygon, WGS 84, x = longitude
 * @param validFrom first day as drawn so
 * @param validTo day after the last one; empty while it holds
 */
public record Area(
    String id,
    Optional<String> parentId,
    AreaLevel level,
    Optional<GridType> gridType,
    boolean overlay,
    String nameZh,
    String nameEn,
    List<String> aliases,
    String communityForm,
    int residents,
    int enterprises,
    double squareKilometres,
    Geometry boundary,
    LocalDate validFrom,
    Optional<LocalDate> validTo) {

  /** Checks that grids have a type, other areas none, and overlays are grids. */
  public Area {
    requireNonNull(id, "id");
    requireNonNull(boundary, "boundary");
    aliases = List.copyOf(aliases);
    if ((level == AreaLevel.GRID) != gridType.isPresent()) {
      throw new IllegalArgumentException(
          "area " + id + ": level " + level + " with grid type " + gridType);
    }
    if (overlay && level != AreaLevel.GRID) {
      throw new IllegalArgumentException("area " + id + ": only a grid can be an overlay");
    }
  }
}
