package city.chengmai.dashboard.page.mechanism;

import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.CityQueries.AreaRow;
import city.chengmai.dashboard.query.MechanismQueries.Places;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of the city a visitor sees of mechanisms.
 *
 * @param places where rows are counted
 * @param residents of all its base grids; 0 when unknown
 * @param residentsOf residents by base grid
 * @param subDistrict the only sub-district, when all of it is seen: it can be compared with others
 */
record Scope(
    Places places, long residents, Map<String, Long> residentsOf, Optional<AreaRow> subDistrict) {

  /**
   * The city, or the areas that an account is held to.
   *
   * @param held areas; empty for the city
   * @param form form of community (社区形态) whose grids alone count; empty for all
   */
  static Scope of(CityModel city, Optional<Set<String>> held, String form) {
    List<AreaRow> grids =
        city.only(held).baseGrids().stream()
            .filter(grid -> form.isEmpty() || grid.communityForm().equals(form))
            .toList();
    Map<String, Long> residents =
        grids.stream().collect(Collectors.toMap(AreaRow::areaId, AreaRow::residents));
    Places places =
        form.isEmpty()
            ? held.map(ids -> new Places(ids, false)).orElse(Places.ALL)
            : new Places(grids.stream().map(AreaRow::areaId).toList(), false);
    return new Scope(
        places,
        residents.values().stream().mapToLong(Long::longValue).sum(),
        residents,
        held.isPresent() ? Optional.empty() : only(city));
  }

  private static Optional<AreaRow> only(CityModel city) {
    List<AreaRow> all =
        city.areas().stream().filter(area -> area.level().equals("sub-district")).toList();
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  /** Whether it is less than the city, where small counts may tell of single persons. */
  boolean narrow() {
    return !places.everywhere();
  }
}
