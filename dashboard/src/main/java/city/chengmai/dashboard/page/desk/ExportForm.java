package city.chengmai.dashboard.page.desk;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that a result can be saved as. */
enum ExportForm {
  /** For everything that reads text. */
  CSV("text/csv; charset=utf-8", "csv", 1_048_575),
  /** For a spreadsheet; a sheet holds no more rows, and one is for the names. */
  EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", 1_048_575),
  /** For programs; types as in the database, written by it. */
  PARQUET("application/vnd.apache.parquet", "parquet", 5_000_000);

  private final String contentType;
  private final String ending;
  private final int mostRows;

  ExportForm(String contentType, String ending, int mostRows) {
    this.contentType = contentType;
    this.ending = ending;
    this.mostRows = mostRows;
  }

  /** The form of a name as the page sends it, for example {@code excel}. */
  static Optional<ExportForm> named(String name) {
    return Stream.of(values()).filter(form -> form.wireName().equals(name)).findFirst();
  }

  /** The name as the page sends it. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  String contentType() {
    return contentType;
  }

  /** Ending of the file's name, without a dot. */
  String ending() {
    return ending;
  }

  /** Rows it holds at most. */
  int mostRows() {
    return mostRows;
  }
}
