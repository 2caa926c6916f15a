package city.chengmai.dashboard.page.operations;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.query.SelfQueries.StatementRow;

/** Statements that differ in their values only. */
public record StatementLine(
    String whose, String text, String runs, String failures, String p95, String longest) {

  private static final int LONGEST_TEXT = 400;

  static StatementLine of(StatementRow row, Figures figures) {
    String text = row.text().replaceAll("\\s+", " ").strip();
    return new StatementLine(
        figures.messages().text("operations.whose." + row.whose()),
        text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…",
        figures.count(row.runs()),
        figures.count(row.failures()),
        Bytes.seconds(row.p95Millis(), figures),
        Bytes.seconds((double) row.longestMillis(), figures));
  }
}
