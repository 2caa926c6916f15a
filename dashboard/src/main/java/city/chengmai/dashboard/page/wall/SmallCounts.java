package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.chart.ValueFormat;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.SmallCells;
import city.chengmai.dashboard.page.SmallCells.Cell;
import java.util.List;

/** Says beside a chart that small counts are not told. */
final class SmallCounts {

  private SmallCounts() {}

  /** Cases; with a word about small counts where there are any. */
  static ValueFormat format(SmallCells rule, List<Cell> cells, Messages messages) {
    String unit = messages.text("unit.cases");
    boolean all = cells.stream().allMatch(Cell.TOLD::equals);
    return ValueFormat.count(all ? unit : messages.text("small-cells.unit", unit, rule.least()));
  }
}
