package city.chengmai.dashboard.page.operations;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.query.SelfQueries.TableRow;

/** What a table takes on disk. */
public record TableLine(String name, String rows, String bytes, String parts) {

  static TableLine of(TableRow row, Figures figures) {
    return new TableLine(
        row.name().isEmpty() ? figures.messages().text("operations.all-tables") : row.name(),
        figures.count(row.rows()),
        Bytes.shown(row.bytes(), figures),
        figures.count(row.parts()));
  }
}
