package city.chengmai.datasets.catalogue;

import city.chengmai.datasets.grid.GridType;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One indicator (指标) as the catalogue defines it. A change of numerator or denominator raises
 * {@code version}; every stored value carries the version it was computed with.
 *
 * @param id catalogue id, for example M04
 * @param name shown name
 * @param unit unit of the value
 * @param direction which way is better
 * @param version definition version, from 1
 * @param smallestSample denominator below which the reading is insufficient
 * @param dimension dimension of the portrait
 * @param gridTypes letters of the grid types it is meant for, see {@link GridType#code}, and {@link
 *     #OVERLAY}; all when missing
 * @param numerator what is counted above the line
 * @param denominator what is counted below the line
 * @param companion name of the second figure, null when there is none
 * @param source where the definition comes from
 * @param parameters numbers of the definition by name; none when missing
 * @param smallestDays shortest window that is read, in days; 0 when every window is
 * @param wholeCity true when there is one value for the city, the same for every area: it is in no
 *     sum
 */
public record Indicator(
    String id,
    LocalName name,
    Unit unit,
    Direction direction,
    int version,
    int smallestSample,
    Dimension dimension,
    Set<String> gridTypes,
    LocalName numerator,
    LocalName denominator,
    LocalName companion,
    String source,
    Map<String, Double> parameters,
    int smallestDays,
    boolean wholeCity)
    implements Serializable {

  /** The letter of overlay grids (工地网格) among the grid types. */
  public static final String OVERLAY = "W";

  private static final Set<String> GRID_TYPES = Set.of("S", "J", "C", "L", "G", OVERLAY);

  /** Checks every field, naming the indicator. */
  public Indicator {
    Objects.requireNonNull(id, "id");
    require(id.matches("[A-Z][0-9]{2}"), id, "id must be a letter and two digits");
    require(name != null, id, "name is missing");
    require(unit != null, id, "unit is missing");
    require(direction != null, id, "direction is missing");
    require(version >= 1, id, "version must be 1 or more, but is " + version);
    require(smallestSample >= 0, id, "smallestSample must not be negative");
    require(dimension != null, id, "dimension is missing");
    require(numerator != null && denominator != null, id, "numerator and denominator are missing");
    require(source != null && !source.isBlank(), id, "source is missing");
    gridTypes = gridTypes == null ? GRID_TYPES : Set.copyOf(gridTypes);
    require(GRID_TYPES.containsAll(gridTypes), id, "unknown grid types " + gridTypes);
    parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
    require(smallestDays >= 0, id, "smallestDays must not be negative");
  }

  /** Whether the indicator is meant for a grid of this type; areas above grids have none. */
  public boolean appliesTo(Optional<GridType> gridType) {
    return gridType.isEmpty() || gridTypes.contains(gridType.get().code());
  }

  /** Whether the indicator is meant for overlay grids, whatever their type. */
  public boolean appliesToOverlays() {
    return gridTypes.contains(OVERLAY);
  }

  /** A number of the definition. */
  public double parameter(String name) {
    Double value = parameters.get(name);
    require(value != null, id, "parameter " + name + " is missing");
    return value;
  }

  private static void require(boolean holds, String id, String message) {
    if (!holds) {
      throw new IllegalArgumentException("indicator " + id + ": " + message);
    }
  }
}
