package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.grid.GridType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An office or commercial building.
 *
 * @param id record id
 * @param name name of its grid and a number
 * @param grid where it stands
 * @param spot where in the grid
 * @param attributes file of the building (一楼一档)
 */
record Building(String id, String name, DemoGrid grid, Spot spot, Map<String, String> attributes) {

  /** Five in each building grid, one or two in the others on main roads. */
  static List<Building> of(Xingqiao xingqiao, int count) {
    List<DemoGrid> homes = grids(xingqiao, GridType.BUILDING);
    List<DemoGrid> others = grids(xingqiao, GridType.STREET_FRONT);
    List<Building> buildings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<DemoGrid> from = i % 6 == 5 ? others : homes;
      buildings.add(building(xingqiao, i, from.get(i * 7 / 6 % from.size())));
    }
    return buildings;
  }

  private static Building building(Xingqiao xingqiao, int number, DemoGrid grid) {
    Dice dice = xingqiao.dice("building", number);
    long lettable = Math.round(dice.logNormal(18_000, 0.5));
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("floors", "" + dice.between(6, 34));
    attributes.put("lettableArea", "" + lettable);
    attributes.put("letArea", "" + Math.round(lettable * dice.between(0.35, 0.9)));
    if (dice.chance(0.7 + 0.3 * grid.traits().quality())) {
      attributes.put("grade", dice.pick(List.of("A", "B", "C")));
    }
    return new Building(
        String.format(Locale.ROOT, "building-%02d", number + 1),
        grid.area().aliases().get(0) + (number % 6 + 1) + "号楼",
        grid,
        grid.spots().get(number % grid.spots().size()),
        attributes);
  }

  private static List<DemoGrid> grids(Xingqiao xingqiao, GridType type) {
    return xingqiao.grids().stream().filter(grid -> grid.type() == type).toList();
  }
}
