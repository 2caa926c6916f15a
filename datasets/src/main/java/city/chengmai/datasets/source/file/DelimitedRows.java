package city.chengmai.datasets.source.file;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows of delimited text. Cells in quotes may hold delimiters, quotes and line breaks. */
final class DelimitedRows implements RowReader {

  private final String file;
  private final RowText text;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final Header header;
  private Optional<CSVRecord> ahead = Optional.empty();
  private long number;

  DelimitedRows(String file, Reader text, FileFormat format) throws IOException {
    this.file = file;
    CSVFormat.Builder csv =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(format.delimiter())
            .setTrim(true)
            .setLenientEof(true)
            .setTrailingData(true);
    this.text = new RowText(text);
    parser = csv.get().parse(this.text);
    records = parser.iterator();
    skip(format.skipRows());
    header = header(format);
  }

  @Override
  public List<String> columns() {
    return header.names();
  }

  @Override
  public Optional<SourceRow> next() throws IOException {
    Optional<CSVRecord> record = ahead.isPresent() ? ahead : read();
    ahead = Optional.empty();
    return record.map(cells -> TableRow.of(file, ++number, header, cells.toList()));
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private void skip(int rows) throws IOException {
    for (int i = 0; i < rows; i++) {
      read();
    }
  }

  private Header header(FileFormat format) throws IOException {
    if (format.header() == HeaderRow.NONE) {
      return new Header(format.columns());
    }
    Optional<CSVRecord> first = read();
    Header read = new Header(first.map(CSVRecord::toList).orElse(List.of()));
    if (format.header() == HeaderRow.AUTO && !read.hasAll(format.columns())) {
      ahead = first;
      return new Header(format.columns());
    }
    return read;
  }

  private Optional<CSVRecord> read() throws IOException {
    text.nextRow();
    try {
      return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    } catch (UncheckedIOException e) {
      throw new IOException("after row " + number + ": " + e.getCause().getMessage(), e);
    }
  }
}
