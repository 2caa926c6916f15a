package city.chengmai.datasets.source.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The tables of the demo city on the class path. */
final class CsvResource {

  private static final String FOLDER = "/city/chengmai/datasets/city/demo/";
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private CsvResource() {}

  static List<CSVRecord> read(String name) {
    InputStream stream = CsvResource.class.getResourceAsStream(FOLDER + name);
    if (stream == null) {
      throw new IllegalStateException("table " + FOLDER + name + " is missing from the class path");
    }
    try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return FORMAT.parse(reader).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException("reading table " + FOLDER + name, e);
    }
  }
}
