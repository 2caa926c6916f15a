package city.chengmai.dashboard.page.files;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.query.FileQueries.FileRow;
import java.util.List;

/**
 * How good all files of a list are together.
 *
 * @param files how many there are
 * @param completeness filled of mandatory fields
 * @param freshness files confirmed within their refresh period
 */
public record FileSum(String files, String completeness, String freshness) {

  static FileSum of(String kind, List<FileRow> rows, FileDesk desk) {
    Figures figures = desk.figures();
    if (rows.isEmpty()) {
      return new FileSum(figures.count(0), Figures.NONE, Figures.NONE);
    }
    FileRow row = rows.get(0);
    double total = row.total();
    int mandatory = FileDesk.rule(kind).mandatory().size();
    return new FileSum(
        figures.count(row.total()),
        figures.percent(row.totalFilled() / (mandatory * total)),
        figures.percent(row.totalFresh() / total));
  }
}
