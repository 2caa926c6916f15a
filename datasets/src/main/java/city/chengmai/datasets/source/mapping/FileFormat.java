package city.chengmai.datasets.source.mapping;

import static java.util.Objects.requireNonNullElse;

import city.chengmai.datasets.source.CityConfigurationException;
import city.chengmai.datasets.source.CityFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * How a file of rows is written.
 *
 * @param name file name in the city's place; compressed when it ends in {@code .gz}
 * @param charset charset name, UTF-8 when not given; a byte order mark is passed over
 * @param delimiter between cells, a comma when not given
 * @param header true when the first row names the columns
 * @param columns names of the columns of a file without header
 */
public record FileFormat(
    String name, String charset, String delimiter, Boolean header, List<String> columns) {

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  /** Refuses a missing name, an unknown charset, and columns beside a header or neither. */
  public FileFormat {
    Mapping.required("file.name", name);
    charset = requireNonNullElse(charset, "UTF-8");
    delimiter = requireNonNullElse(delimiter, ",");
    header = requireNonNullElse(header, Boolean.TRUE);
    columns = List.copyOf(requireNonNullElse(columns, List.of()));
    if (header != columns.isEmpty()) {
      throw new CityConfigurationException(
          "file.header is "
              + header
              + " and file.columns holds "
              + columns.size()
              + " names, expected either a header or the names of the columns");
    }
    requireCharset(charset);
  }

  /** The rows from the first one on. The caller closes the parser. */
  CSVParser open(CityFiles files) throws IOException {
    InputStream raw = files.open(name);
    try {
      InputStream bytes = name.endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
      return csv().parse(withoutMark(new InputStreamReader(bytes, Charset.forName(charset))));
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  private CSVFormat csv() {
    CSVFormat.Builder format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setTrim(true)
            .setIgnoreHeaderCase(true)
            .setAllowMissingColumnNames(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
            .setLenientEof(true)
            .setTrailingData(true);
    return header
        ? format.setHeader().setSkipHeaderRecord(true).get()
        : format.setHeader(columns.toArray(String[]::new)).get();
  }

  private static Reader withoutMark(Reader reader) throws IOException {
    BufferedReader buffered = new BufferedReader(reader);
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
