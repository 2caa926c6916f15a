package city.chengmai.datasets.source.file;

import static java.util.Objects.requireNonNullElse;

import city.chengmai.datasets.source.CityConfigurationException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * How a file of rows is written.
 *
 * @param name file name in the city's place, or the pattern of the names to take from an archive or
 *     directory; a file is compressed when its name ends in {@code .gz}
 * @param format how rows are written; text between delimiters when not given
 * @param charset charset name, UTF-8 when not given; a byte order mark is passed over
 * @param delimiter between cells, a comma when not given
 * @param header whether the first row names the columns
 * @param columns names of the columns of a file without header, or those a header must have
 * @param skipRows rows of a table above its header
 * @param path members that lead to a JSON array, joined with slashes
 * @param sheet name of an Excel sheet, the first one when not given
 * @param snapshots true when each file lists all that there is, so that what is missing vanished
 */
public record FileFormat(
    String name,
    Format format,
    String charset,
    String delimiter,
    HeaderRow header,
    List<String> columns,
    int skipRows,
    String path,
    String sheet,
    boolean snapshots) {

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  /** Fills in the defaults; refuses an unknown charset and columns that do not fit the header. */
  public FileFormat {
    name = requireNonNullElse(name, "*");
    format = requireNonNullElse(format, Format.DELIMITED);
    charset = requireNonNullElse(charset, "UTF-8");
    delimiter = requireNonNullElse(delimiter, ",");
    header = requireNonNullElse(header, HeaderRow.FIRST);
    columns = List.copyOf(requireNonNullElse(columns, List.of()));
    path = requireNonNullElse(path, "");
    sheet = requireNonNullElse(sheet, "");
    if ((header == HeaderRow.FIRST) != columns.isEmpty()) {
      throw new CityConfigurationException(
          "file.header is "
              + header.name().toLowerCase(Locale.ROOT)
              + " and file.columns holds "
              + columns.size()
              + " names, expected either a header or the names of the columns");
    }
    if (skipRows < 0) {
      throw new CityConfigurationException(
          "file.skip-rows is " + skipRows + ", expected 0 or more");
    }
    requireCharset(charset);
  }

  /** How rows are written. */
  public enum Format {
    /** Cells between delimiters, such as CSV. */
    @JsonProperty("delimited")
    DELIMITED,
    /** One JSON object a line. */
    @JsonProperty("json-lines")
    JSON_LINES,
    /** A JSON array of objects. */
    @JsonProperty("json-array")
    JSON_ARRAY,
    /** A sheet of an Excel workbook (.xlsx). */
    @JsonProperty("excel")
    EXCEL
  }

  /** The rows of a file from the first one on. The caller closes the reader. */
  public RowReader open(DataFile file) throws IOException {
    CountedFile counted = new CountedFile(file);
    InputStream raw = new BufferedInputStream(counted.open(), 1 << 16);
    try {
      boolean compressed = file.name().toLowerCase(Locale.ROOT).endsWith(".gz");
      return rows(
          file.name(),
          compressed ? new UnpackedStream(new GZIPInputStream(raw, 1 << 16), counted::read) : raw);
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  private RowReader rows(String file, InputStream bytes) throws IOException {
    return switch (format) {
      case DELIMITED -> new DelimitedRows(file, text(bytes), this);
      case JSON_LINES -> new JsonLines(file, text(bytes));
      case JSON_ARRAY -> new JsonArray(file, text(bytes), path);
      case EXCEL -> {
        try (bytes) {
          yield ExcelRows.open(file, bytes, this);
        }
      }
    };
  }

  private Reader text(InputStream bytes) throws IOException {
    BufferedReader buffered =
        new BufferedReader(new InputStreamReader(bytes, Charset.forName(charset)));
    buffered.mark(1);
    if (buffered.read() != BYTE_ORDER_MARK) {
      buffered.reset();
    }
    return buffered;
  }

  private static void requireCharset(String charset) {
    try {
      Charset.forName(charset);
    } catch (IllegalArgumentException e) {
      throw new CityConfigurationException(
          "file.charset is \"" + charset + "\", expected a charset such as UTF-8 or GB18030", e);
    }
  }
}
