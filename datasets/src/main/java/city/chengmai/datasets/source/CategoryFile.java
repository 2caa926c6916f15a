package city.chengmai.datasets.source;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a category tree (案件类别) from CSV with the columns {@code id, name-zh, name-en}; the class
 * above is the id without its last part.
 */
final class CategoryFile {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  private CategoryFile() {}

  static List<Category> read(CityFiles files, String file) {
    Map<String, Category> categories = new LinkedHashMap<>();
    try (Reader reader = new InputStreamReader(files.open(file), StandardCharsets.UTF_8);
        CSVParser rows = FORMAT.parse(reader)) {
      for (CSVRecord row : rows) {
        Category category = category(row);
        requireParentBefore(category, categories, row.getRecordNumber());
        categories.put(category.id(), category);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new CityConfigurationException(
          "reading categories " + file + " of city " + files.name() + ": " + e.getMessage(), e);
    }
    return List.copyOf(categories.values());
  }

  private static Category category(CSVRecord row) {
    String id = row.get("id");
    int slash = id.lastIndexOf('/');
    return new Category(
        id,
        slash < 0 ? Optional.empty() : Optional.of(id.substring(0, slash)),
        row.get("name-zh"),
        row.get("name-en"));
  }

  private static void requireParentBefore(
      Category category, Map<String, Category> earlier, long rowNumber) {
    if (earlier.containsKey(category.id())) {
      throw new IllegalArgumentException(
          "row " + rowNumber + ": id " + category.id() + " appears twice");
    }
    if (category.parentId().isPresent() && !earlier.containsKey(category.parentId().get())) {
      throw new IllegalArgumentException(
          "row " + rowNumber + ": expected category " + category.parentId().get() + " above it");
    }
  }
}
