package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.source.Category;
import city.chengmai.datasets.source.file.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the category id of a row: slugs of its classes, joined with slashes. Thread-safe. */
final class CategoryReader {

  private static final int MOST_SLUGS = 10_000;

  private final CategoryColumns columns;

  /** What the schema of a report takes; a longer text is no category. */
  private static final int LONGEST = 128;

  /** Ids of the city's tree; empty when it has none, so that nothing is unknown. */
  private final Set<String> known;

  /** Categories repeat from row to row, and making an id of one costs more than the rest. */
  private final Map<String, String> slugs = new ConcurrentHashMap<>();

  CategoryReader(CategoryColumns columns, List<Category> categories) {
    this.columns = columns;
    this.known = categories.stream().map(Category::id).collect(Collectors.toUnmodifiableSet());
  }

  String read(Row row) {
    String path =
        columns.columns().stream()
            .map(field -> field.text(row))
            .map(this::slug)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("/"));
    if (path.isEmpty()) {
      row.note(RowNote.NO_CATEGORY, columns.columns().get(0));
      return columns.fallback();
    }
    if (path.length() > LONGEST) {
      row.note(RowNote.UNKNOWN_CATEGORY, columns.columns().get(0));
      return columns.fallback();
    }
    if (!known.isEmpty() && !known.contains(path)) {
      row.note(RowNote.UNKNOWN_CATEGORY, columns.columns().get(0));
    }
    return path;
  }

  private String slug(String text) {
    return slugs.size() < MOST_SLUGS ? slugs.computeIfAbsent(text, this::path) : path(text);
  }

  private String path(String text) {
    Stream<String> classes =
        columns.separator().isEmpty()
            ? Stream.of(text)
            : Pattern.compile(columns.separator(), Pattern.LITERAL).splitAsStream(text);
    return classes
        .map(Words::slug)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("/"));
  }
}
