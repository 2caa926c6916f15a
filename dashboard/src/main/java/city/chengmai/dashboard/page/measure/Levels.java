package city.chengmai.dashboard.page.measure;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.query.MeasureQueries.LevelRow;
import java.util.List;

/**
 * Filed cases by the three levels (三级分类): simple, comprehensive, difficult.
 *
 * @param total filed cases of all levels
 * @param lines in this order, also those without a case
 */
public record Levels(String total, List<Line> lines) {

  private static final List<String> ORDER = List.of("simple", "comprehensive", "difficult");

  /**
   * A level.
   *
   * @param share of all filed ones; a dash when there are none
   * @param width of its bar, in per cent
   * @param closed of the filed ones, as both counts
   */
  public record Line(String level, String filed, String share, double width, String closed) {}

  static Levels of(List<LevelRow> rows, Figures figures) {
    long total = rows.stream().mapToLong(LevelRow::filed).sum();
    return new Levels(
        figures.count(total),
        ORDER.stream().map(level -> line(found(rows, level), total, figures)).toList());
  }

  private static LevelRow found(List<LevelRow> rows, String level) {
    return rows.stream()
        .filter(row -> row.level().equals(level))
        .findFirst()
        .orElse(new LevelRow(level, 0, 0));
  }

  private static Line line(LevelRow row, long total, Figures figures) {
    Double share = total == 0 ? null : Double.valueOf((double) row.filed() / total);
    return new Line(
        row.level(),
        figures.count(row.filed()),
        figures.percent(share),
        share == null ? 0 : 100 * share,
        figures.count(row.closed()) + " / " + figures.count(row.filed()));
  }
}
