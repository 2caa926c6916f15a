package city.chengmai.datasets.source.mapping;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Where the category stands: the slugs of these columns, joined with slashes.
 *
 * @param columns from the class down
 * @param separator what stands between classes within one column; empty when each has its own
 * @param fallback category id for a row where they are blank
 */
public record CategoryColumns(
    List<Field> columns, String separator, @JsonProperty("default") String fallback) {

  static final CategoryColumns NONE = new CategoryColumns(List.of(Field.NONE), null, null);

  /** Refuses missing columns. */
  public CategoryColumns {
    Mapping.required("category.columns", columns);
    columns = List.copyOf(columns);
    separator = requireNonNullElse(separator, "");
    fallback = requireNonNullElse(fallback, "uncategorised");
  }
}
