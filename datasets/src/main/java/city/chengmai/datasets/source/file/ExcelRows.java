package city.chengmai.datasets.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * Rows of one sheet of an Excel workbook (.xlsx). Cells that are formatted as dates are read as
 * {@code 2024-03-01T10:00:00}; blank rows are passed over.
 */
final class ExcelRows implements RowReader {

  private final String file;
  private final Path copy;
  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final Header header;
  private Optional<List<String>> ahead = Optional.empty();
  private long number;

  private ExcelRows(String file, Path copy, FileFormat format) throws IOException {
    this.file = file;
    this.copy = copy;
    WorkbookSize.requireReadable(copy);
    this.workbook = new ReadableWorkbook(copy.toFile(), new ReadingOptions(true, false));
    this.stream = sheet(format.sheet()).openStream();
    this.rows = stream.iterator();
    for (int i = 0; i < format.skipRows(); i++) {
      read();
    }
    this.header = header(format);
  }

  /** Opens a workbook. It goes through a file of its own, because it is not read in order. */
  static ExcelRows open(String file, InputStream bytes, FileFormat format) throws IOException {
    Path copy = Files.createTempFile("chengmai-", ".xlsx");
    try {
      Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
      return new ExcelRows(file, copy, format);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(copy);
      throw new IOException("expected an Excel workbook (.xlsx): " + e.getMessage(), e);
    }
  }

  @Override
  public List<String> columns() {
    return header.names();
  }

  @Override
  public Optional<SourceRow> next() throws IOException {
    Optional<List<String>> cells = ahead.isPresent() ? ahead : read();
    ahead = Optional.empty();
    return cells.map(row -> TableRow.of(file, ++number, header, fit(row, header.size())));
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
    Files.deleteIfExists(copy);
  }

  private Sheet sheet(String wanted) throws IOException {
    if (wanted.isEmpty()) {
      return workbook.getFirstSheet();
    }
    return workbook
        .findSheet(wanted)
        .orElseThrow(
            () ->
                new IOException(
                    "no sheet \""
                        + wanted
                        + "\" (file.sheet), it has "
                        + workbook.getSheets().map(Sheet::getName).toList()));
  }

  private Header header(FileFormat format) throws IOException {
    if (format.header() == HeaderRow.NONE) {
      return new Header(format.columns());
    }
    Optional<List<String>> first = read();
    Header read = new Header(first.orElse(List.of()));
    if (format.header() == HeaderRow.AUTO && !read.hasAll(format.columns())) {
      ahead = first;
      return new Header(format.columns());
    }
    return read;
  }

  private Optional<List<String>> read() throws IOException {
    try {
      while (rows.hasNext()) {
        List<String> cells = cells(rows.next());
        if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
          return Optional.of(cells);
        }
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      // What the library throws for a broken part, and for a number that is no date.
      throw new IOException("after row " + number + ": the sheet is broken: " + e.getMessage(), e);
    }
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    row.forEach(cell -> cells.add(text(cell)));
    return cells;
  }

  private static String text(Cell cell) {
    if (cell == null) {
      return "";
    }
    if (cell.getType() == CellType.NUMBER && isDate(cell)) {
      return cell.asDate().toString();
    }
    return cell.getText() == null ? "" : cell.getText();
  }

  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    return format != null && format.matches("(?i).*(yy|d/m|m/d|d-m|h:m).*");
  }

  // A sheet leaves out blank cells at the end of a row, and may have formatted ones past it.
  private static List<String> fit(List<String> cells, int size) {
    List<String> fitted = new ArrayList<>(cells);
    while (fitted.size() < size) {
      fitted.add("");
    }
    while (fitted.size() > size && fitted.get(fitted.size() - 1).isBlank()) {
      fitted.remove(fitted.size() - 1);
    }
    return fitted;
  }
}
