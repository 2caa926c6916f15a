package city.chengmai.datasets.source.demo;

import java.util.List;
import java.util.Locale;

/**
 * Somebody who calls: an invented name, and a number that begins with 154, a range that no Chinese
 * network has been given.
 */
record Person(String name, String phone) {

  private static final int CALLERS_OF_GRID = 260;
  private static final List<String> FAMILY_NAMES =
      List.of("赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨");
  private static final List<String> GIVEN_NAMES =
      List.of("试一", "试二", "样安", "样宁", "拟真", "拟清", "虚舟", "虚谷", "演文", "演武", "例明", "例新");

  /** A caller of a grid; some call more often than others. */
  static Person of(DemoGrid grid, Dice dice) {
    int number = dice.skewedBelow(CALLERS_OF_GRID);
    String family = FAMILY_NAMES.get((number + grid.number()) % FAMILY_NAMES.size());
    String given = GIVEN_NAMES.get((number / 3 + grid.number()) % GIVEN_NAMES.size());
    int line = grid.number() * CALLERS_OF_GRID + number;
    return new Person(family + given, String.format(Locale.ROOT, "154000%05d", line));
  }
}
