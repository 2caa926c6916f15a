package city.chengmai.datasets.catalogue;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A line of what a grid must see (网格须掌握的情况).
 *
 * @param id for example {@code population-flow}
 * @param name shown name
 * @param metrics of devices whose readings tell of it; may be empty
 * @param categories classes of cases that tell of it; may be empty
 * @param departments whose actions in the grid tell of it; may be empty
 */
public record SituationLine(
    String id,
    LocalName name,
    List<String> metrics,
    List<String> categories,
    List<String> departments) {

  /** Checks that it tells of something. */
  public SituationLine {
    requireNonNull(id, "id");
    requireNonNull(name, () -> "name of line " + id);
    metrics = metrics == null ? List.of() : List.copyOf(metrics);
    categories = categories == null ? List.of() : List.copyOf(categories);
    departments = departments == null ? List.of() : List.copyOf(departments);
    if (metrics.isEmpty() && categories.isEmpty() && departments.isEmpty()) {
      throw new IllegalArgumentException(
          "situation.yaml: line " + id + " names no metrics, categories or departments");
    }
  }
}
