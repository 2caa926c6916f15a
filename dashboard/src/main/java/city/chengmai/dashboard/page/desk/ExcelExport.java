package city.chengmai.dashboard.page.desk;

import city.chengmai.datasets.clickhouse.RowStream;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a result as a workbook: numbers, days and moments as such, names in a first row that
 * stays, and a second sheet that says which statement it is the answer to and when it was asked.
 * What a cell cannot hold becomes text, longer text is cut and ends with an ellipsis. Rows leave
 * memory as they are written.
 */
final class ExcelExport {

  private static final int ROWS_IN_MEMORY = 1_000;
  private static final int LONGEST_TEXT = 32_767;
  private static final long LARGEST_EXACT = 1L << 53;
  private static final int OLDEST_YEAR = 1900;
  private static final int LATEST_YEAR = 9999;
  private static final double COLUMN_WIDTH = 18;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSSSSSSSS][.SSSSSS][.SSS]");

  private final DeskExport export;

  /** A writer of one result. */
  ExcelExport(DeskExport export) {
    this.export = export;
  }

  /** Writes the rows as they arrive; the caller closes both. */
  void write(RowStream rows, OutputStream output) throws IOException {
    Workbook workbook = new Workbook(output, "Chengmai", "1.0");
    Worksheet sheet = workbook.newWorksheet("Result");
    List<RowStream.Column> columns = rows.columns();
    head(sheet, columns);
    int line = 0;
    while (rows.hasNext()) {
      JsonNode row = rows.next();
      line++;
      for (int i = 0; i < columns.size(); i++) {
        cell(sheet, line, i, columns.get(i).type(), row.get(i));
      }
      if (line % ROWS_IN_MEMORY == 0) {
        sheet.flush();
      }
    }
    sheet.finish();
    about(workbook.newWorksheet("Query"), line);
    workbook.finish();
  }

  private static void head(Worksheet sheet, List<RowStream.Column> columns) {
    for (int i = 0; i < columns.size(); i++) {
      sheet.inlineString(0, i, columns.get(i).name());
      sheet.style(0, i).bold().set();
      sheet.width(i, COLUMN_WIDTH);
    }
    sheet.freezePane(0, 1);
  }

  private void about(Worksheet sheet, int rows) {
    sheet.width(0, COLUMN_WIDTH);
    sheet.inlineString(0, 0, "Asked at");
    sheet.inlineString(
        0, 1, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(export.at().withNano(0)));
    sheet.inlineString(1, 0, "Rows");
    sheet.value(1, 1, rows);
    sheet.inlineString(2, 0, "Statement");
    sheet.inlineString(2, 1, fitting(export.statement().text()));
    sheet.inlineString(3, 0, "Query");
    sheet.inlineString(3, 1, export.id());
    sheet.inlineString(4, 0, "Asked by");
    sheet.inlineString(4, 1, export.by());
    int line = 5;
    for (Map.Entry<String, String> parameter :
        new TreeMap<>(export.statement().parameters()).entrySet()) {
      sheet.inlineString(line, 0, parameter.getKey());
      sheet.inlineString(line, 1, fitting(parameter.getValue()));
      line++;
    }
  }

  private static void cell(Worksheet sheet, int line, int column, String type, JsonNode value) {
    if (value.isNull()) {
      return;
    }
    String text = value.isContainerNode() ? value.toString() : value.asText();
    switch (ColumnKind.of(type)) {
      case NUMBER -> number(sheet, line, column, text);
      case TIME -> time(sheet, line, column, text);
      default -> sheet.inlineString(line, column, fitting(text));
    }
  }

  /** A spreadsheet's numbers are doubles: a whole number that does not fit stays text. */
  private static void number(Worksheet sheet, int line, int column, String text) {
    try {
      BigDecimal exact = new BigDecimal(text);
      boolean fits =
          exact.scale() > 0 || exact.abs().compareTo(BigDecimal.valueOf(LARGEST_EXACT)) <= 0;
      if (fits) {
        sheet.value(line, column, exact);
        return;
      }
    } catch (NumberFormatException infiniteOrNotANumber) {
      // Shown as the database writes it.
    }
    sheet.inlineString(line, column, text);
  }

  private static void time(Worksheet sheet, int line, int column, String text) {
    try {
      if (text.length() == LocalDate.EPOCH.toString().length()) {
        LocalDate day = LocalDate.parse(text);
        if (known(day.getYear())) {
          sheet.value(line, column, day);
          sheet.style(line, column).format("yyyy-mm-dd").set();
          return;
        }
      } else {
        LocalDateTime moment = LocalDateTime.parse(text, MOMENT);
        if (known(moment.getYear())) {
          sheet.value(line, column, moment);
          sheet.style(line, column).format("yyyy-mm-dd hh:mm:ss").set();
          return;
        }
      }
    } catch (DateTimeException noSuchTime) {
      // Shown as the database writes it.
    }
    sheet.inlineString(line, column, text);
  }

  private static boolean known(int year) {
    return year > OLDEST_YEAR && year <= LATEST_YEAR;
  }

  private static String fitting(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
  }
}
