package city.chengmai.analytics.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a checkout of the benchmark, or an archive of the same shape; only series that are there.
 */
final class NabCorpus {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private NabCorpus() {}

  static List<NabSeries> read(Path root) throws IOException {
    if (Files.isDirectory(root)) {
      return series(root);
    }
    try (FileSystem archive = FileSystems.newFileSystem(root)) {
      return series(archive.getPath("/"));
    }
  }

  private static List<NabSeries> series(Path root) throws IOException {
    Map<String, List<List<String>>> labels;
    try (Reader text = Files.newBufferedReader(root.resolve("labels/combined_windows.json"))) {
      labels =
          new ObjectMapper()
              .readValue(text, new TypeReference<TreeMap<String, List<List<String>>>>() {});
    }
    List<NabSeries> series = new ArrayList<>();
    for (Map.Entry<String, List<List<String>>> label : labels.entrySet()) {
      Path file = root.resolve("data").resolve(label.getKey());
      if (Files.exists(file)) {
        series.add(series(label.getKey(), file, label.getValue()));
      }
    }
    return series;
  }

  private static NabSeries series(String key, Path file, List<List<String>> bounds)
      throws IOException {
    List<String> stamps = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    try (BufferedReader text = Files.newBufferedReader(file)) {
      for (CSVRecord row : FORMAT.parse(text)) {
        stamps.add(row.get("timestamp"));
        values.add(Double.valueOf(row.get("value")));
      }
    }
    return new NabSeries(key, stamps, values, NabSeries.windows(stamps, bounds));
  }
}
