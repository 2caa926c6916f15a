package city.chengmai.dashboard.page.files;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.query.DealingQueries.ActionRow;
import city.chengmai.dashboard.query.DealingQueries.AppealRow;
import java.util.List;
import java.util.stream.LongStream;

/** One sentence over a list that shows only its newest rows; empty for an empty list. */
final class Sums {

  private Sums() {}

  static String appeals(List<AppealRow> rows, Figures figures) {
    return rows.stream()
        .findFirst()
        .map(r -> text("file.appeals-sum", figures, r.total(), r.totalSolved(), r.totalOpen()))
        .orElse("");
  }

  static String actions(List<ActionRow> rows, Figures figures) {
    return rows.stream()
        .findFirst()
        .map(r -> text("file.actions-sum", figures, r.total(), r.totalCombined(), r.totalNotices()))
        .orElse("");
  }

  private static String text(String key, Figures figures, long... counts) {
    return figures.messages().text(key, LongStream.of(counts).mapToObj(figures::count).toArray());
  }
}
