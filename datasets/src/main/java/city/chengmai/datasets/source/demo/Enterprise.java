package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.grid.GridType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An invented enterprise on the roster.
 *
 * @param id record id
 * @param name invented name
 * @param grid where it sits
 * @param spot where in the grid
 * @param attributes file of the enterprise (一企一档); some fields are missing
 */
record Enterprise(
    String id, String name, DemoGrid grid, Spot spot, Map<String, String> attributes) {

  private static final List<String> NAMES =
      List.of("澄光", "远岫", "栈桥", "汀步", "青舟", "望朔", "鹭洲", "拾遗", "苇间", "云帆", "听澜", "枢衡");
  private static final List<String> TRADES =
      List.of("software", "trade", "consulting", "catering", "retail", "logistics", "design");
  private static final List<String> TRADE_NAMES =
      List.of("软件", "贸易", "咨询", "餐饮", "百货", "供应链", "设计");
  private static final List<String> TIERS = List.of("key", "growing", "general", "general");

  static List<Enterprise> of(Xingqiao xingqiao, List<Building> buildings, int count) {
    List<Enterprise> enterprises = new ArrayList<>();
    List<DemoGrid> others =
        xingqiao.grids().stream().filter(grid -> grid.type() == GridType.STREET_FRONT).toList();
    for (int i = 0; i < count; i++) {
      Dice dice = xingqiao.dice("enterprise", i);
      if (i % 4 == 3) {
        DemoGrid grid = others.get(i % others.size());
        enterprises.add(enterprise(i, grid, dice.pick(grid.spots()), "", dice));
      } else {
        Building building = buildings.get(i % buildings.size());
        enterprises.add(enterprise(i, building.grid(), building.spot(), building.id(), dice));
      }
    }
    return enterprises;
  }

  private static Enterprise enterprise(
      int number, DemoGrid grid, Spot spot, String building, Dice dice) {
    int trade = dice.below(TRADES.size());
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("trade", TRADES.get(trade));
    attributes.put("tier", dice.pick(TIERS));
    attributes.put("status", "open");
    optional(attributes, "employees", "" + Math.round(dice.logNormal(14, 1.0) + 1), grid, dice);
    optional(attributes, "registeredYear", "" + dice.between(2006, 2026), grid, dice);
    optional(attributes, "floorArea", "" + Math.round(dice.logNormal(180, 0.8)), grid, dice);
    if (!building.isEmpty()) {
      attributes.put("buildingId", building);
    }
    String name = "星桥" + dice.pick(NAMES) + dice.pick(NAMES) + TRADE_NAMES.get(trade) + "有限公司";
    String id = String.format(Locale.ROOT, "enterprise-%03d", number + 1);
    return new Enterprise(id, name, grid, spot, attributes);
  }

  /** Well-run grids keep complete files. */
  private static void optional(
      Map<String, String> attributes, String field, String value, DemoGrid grid, Dice dice) {
    if (dice.chance(0.62 + 0.36 * grid.traits().quality())) {
      attributes.put(field, value);
    }
  }
}
