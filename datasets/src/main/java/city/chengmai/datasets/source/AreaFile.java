package city.chengmai.datasets.source;

import static java.util.Objects.requireNonNullElse;

import city.chengmai.datasets.grid.Area;
import city.chengmai.datasets.grid.AreaLevel;
import city.chengmai.datasets.grid.AreaTree;
import city.chengmai.datasets.grid.GridType;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Reads the areas of a city from GeoJSON, one feature an area (区域), parents or not in any order.
 */
final class AreaFile {

  /** The first day that ClickHouse's Date can hold: "always". */
  private static final LocalDate ALWAYS = LocalDate.EPOCH;

  private final List<Feature> features;

  private AreaFile(List<Feature> features) {
    this.features = features;
  }

  static AreaTree read(CityFiles files, String file) {
    Collection collection = StructuredFile.read(files, file, Collection.class);
    try {
      AreaFile areas = new AreaFile(features(collection));
      return new AreaTree(areas.features.stream().map(areas::area).toList());
    } catch (IllegalArgumentException e) {
      throw new CityConfigurationException(
          "reading areas " + file + " of city " + files.name() + ": " + e.getMessage(), e);
    }
  }

  private static List<Feature> features(Collection collection) {
    List<Feature> features = requireNonNullElse(collection.features(), List.of());
    if (features.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException("a feature is null, expected an object");
    }
    return features;
  }

  private Area area(Feature feature) {
    Properties given = feature.properties();
    Geometry boundary = boundary(feature, features.size());
    double size = SphericalArea.squareKilometres(boundary);
    return new Area(
        given.id(),
        Optional.ofNullable(given.parent()),
        named(AreaLevel.values(), AreaLevel::wireName, given.level(), given.id()),
        Optional.ofNullable(given.gridType())
            .map(type -> named(GridType.values(), GridType::wireName, type, given.id())),
        given.overlay(),
        requireNonNullElse(given.nameZh(), given.id()),
        requireNonNullElse(given.nameEn(), given.id()),
        requireNonNullElse(given.aliases(), List.of()),
        requireNonNullElse(given.communityForm(), ""),
        given.residents(),
        given.enterprises(),
        given.squareKilometres() > 0 ? given.squareKilometres() : size,
        boundary,
        requireNonNullElse(given.validFrom(), ALWAYS),
        Optional.ofNullable(given.validTo()));
  }

  /**
   * The feature's own polygon, else what the areas below it cover together.
   *
   * @param levels that there can be below it, unless an area lies below itself
   */
  private Geometry boundary(Feature feature, int levels) {
    String id = feature.properties().id();
    if (feature.geometry() != null && !feature.geometry().isNull()) {
      return polygon(feature.geometry(), id);
    }
    if (levels == 0) {
      throw new IllegalArgumentException("area " + id + " lies below itself");
    }
    List<Geometry> below =
        features.stream()
            .filter(other -> id.equals(other.properties().parent()))
            .map(other -> boundary(other, levels - 1))
            .toList();
    if (below.isEmpty()) {
      throw new IllegalArgumentException(
          "area " + id + " has no geometry and no areas below it, expected a polygon");
    }
    return UnaryUnionOp.union(below, new GeometryFactory());
  }

  private static Geometry polygon(JsonNode geometry, String id) {
    try {
      Geometry polygon = new GeoJsonReader().read(geometry.toString());
      TopologyValidationError fault = new IsValidOp(polygon).getValidationError();
      if (fault != null || polygon.getDimension() != 2) {
        throw new IllegalArgumentException(
            "area " + id + ": expected a valid polygon, found " + (fault == null ? "none" : fault));
      }
      return polygon;
    } catch (ParseException
        | ClassCastException
        | NullPointerException
        | IndexOutOfBoundsException e) {
      // The reader trusts the shape of what it is given.
      throw new IllegalArgumentException("area " + id + ": geometry is not GeoJSON", e);
    }
  }

  private static <E> E named(E[] all, Function<E, String> name, String given, String id) {
    return Stream.of(all)
        .filter(one -> name.apply(one).equals(given))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "area "
                        + id
                        + ": \""
                        + given
                        + "\" is not one of "
                        + Stream.of(all).map(name).toList()));
  }

  record Collection(String type, String name, JsonNode crs, List<Feature> features) {}

  record Feature(String type, String id, Properties properties, JsonNode geometry) {
    Feature {
      if (properties == null || properties.id() == null) {
        throw new CityConfigurationException("a feature has no property \"id\"");
      }
    }
  }

  record Properties(
      String id,
      String parent,
      String level,
      String gridType,
      boolean overlay,
      String nameZh,
      String nameEn,
      List<String> aliases,
      String communityForm,
      int residents,
      int enterprises,
      double squareKilometres,
      LocalDate validFrom,
      LocalDate validTo) {}
}
