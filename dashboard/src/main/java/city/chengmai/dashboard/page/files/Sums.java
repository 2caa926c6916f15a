package city.chengmai.dashboard.page.files;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.query.DealingQueries.ActionRow;
import city.chengmai.dashboard.query.DealingQueries.AppealRow;
import java.util.List;

/** One sentence over a list that shows only its newest rows; empty for an empty list. */
final class Sums {

  private Sums() {}

  static String appeals(List<AppealRow> rows, Figures figures) {
    return rows.stream()
        .findFirst()
        .map(
            row ->
                figures
                    .messages()
                    .text(
                        "file.appeals-sum",
                        figures.count(row.total()),
                        figures.count(row.totalSolved()),
                        figures.count(row.totalOpen())))
        .orElse("");
  }

  static String actions(List<ActionRow> rows, Figures figures) {
    return rows.stream()
        .findFirst()
        .map(
            row ->
                figures
                    .messages()
                    .text(
                        "file.actions-sum",
                        figures.count(row.total()),
                        figures.count(row.totalCombined()),
                        figures.count(row.totalNotices())))
        .orElse("");
  }
}
