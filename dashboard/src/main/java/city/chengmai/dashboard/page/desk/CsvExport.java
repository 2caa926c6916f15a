package city.chengmai.dashboard.page.desk;

import city.chengmai.datasets.clickhouse.RowStream;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a result as CSV that spreadsheets read rightly: UTF-8 with a byte order mark, names first,
 * and no text cell that a spreadsheet would take for a formula.
 */
final class CsvExport {

  /** Wide forms too: where people write wide letters a spreadsheet takes them alike. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private CsvExport() {}

  /** Copies the rows as they arrive; the caller closes both. */
  static void write(RowStream rows, OutputStream output) throws IOException {
    Writer writer = new OutputStreamWriter(output, StandardCharsets.UTF_8);
    writer.write('\uFEFF');
    List<RowStream.Column> columns = rows.columns();
    boolean[] text = new boolean[columns.size()];
    for (int i = 0; i < text.length; i++) {
      text[i] = ColumnKind.of(columns.get(i).type()) != ColumnKind.NUMBER;
    }
    CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
    csv.printRecord(columns.stream().map(column -> harmless(column.name())));
    while (rows.hasNext()) {
      JsonNode row = rows.next();
      csv.printRecord(IntStream.range(0, text.length).mapToObj(i -> cell(row.get(i), text[i])));
    }
    csv.flush();
  }

  private static String cell(JsonNode value, boolean text) {
    if (value.isNull()) {
      return "";
    }
    String plain = value.isContainerNode() ? value.toString() : value.asText();
    return text ? harmless(plain) : plain;
  }

  /** A leading apostrophe makes a spreadsheet show the text instead of computing it. */
  static String harmless(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
