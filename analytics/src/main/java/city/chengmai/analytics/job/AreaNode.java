package city.chengmai.analytics.job;

import city.chengmai.datasets.catalogue.Indicator;
import city.chengmai.datasets.grid.GridType;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One row of the table {@code areas}, as the jobs need it.
 *
 * @param id area id
 * @param parent area above, empty for the root
 * @param level city, district, sub-district, grid
 * @param gridType name of the grid type, empty above grids
 * @param overlay true for a grid that is never counted in totals
 * @param residents 0 when unknown
 * @param enterprises 0 when unknown
 * @param squareKilometres size
 * @param communityForm empty when unknown
 */
record AreaNode(
    String id,
    String parent,
    String level,
    String gridType,
    boolean overlay,
    long residents,
    long enterprises,
    double squareKilometres,
    String communityForm)
    implements Serializable {

  private static final Map<String, GridType> TYPES =
      Arrays.stream(GridType.values()).collect(Collectors.toMap(GridType::wireName, t -> t));

  boolean grid() {
    return !gridType.isEmpty();
  }

  boolean applies(Indicator indicator) {
    return overlay ? indicator.appliesToOverlays() : indicator.appliesTo(type());
  }

  /** What 30 days of cases are held against, see O01; empty for an area above grids. */
  Optional<Exposure> exposure() {
    return type()
        .map(
            type ->
                switch (type) {
                  case STREET_FRONT, GENERAL -> new Exposure("square-kilometres", squareKilometres);
                  case RESIDENTS_COMMITTEE, VILLAGE_COMMITTEE ->
                      new Exposure("thousand-residents", residents / 1000.0);
                  case BUILDING -> new Exposure("hundred-enterprises", enterprises / 100.0);
                });
  }

  /** What a day of complaints is held against, see O02: residents, for an overlay grid one site. */
  Optional<Exposure> callers() {
    return Optional.of(
        overlay
            ? new Exposure("sites", 1)
            : new Exposure("thousand-residents", residents / 1000.0));
  }

  private Optional<GridType> type() {
    return Optional.ofNullable(TYPES.get(gridType));
  }

  /**
   * An amount of what can give rise to cases.
   *
   * @param unit what is counted
   * @param amount 0 when unknown
   */
  record Exposure(String unit, double amount) implements Serializable {}
}
