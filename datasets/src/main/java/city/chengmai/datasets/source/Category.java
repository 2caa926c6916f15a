package city.chengmai.datasets.source;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A node of a city's category tree (案件类别).
 *
 * @param id unique in the city; a path with slashes, for example {@code street-order/parking}
 * @param parentId the class above, empty for a root
 * @param nameZh name in Chinese
 * @param nameEn name in English
 */
public record Category(String id, Optional<String> parentId, String nameZh, String nameEn) {

  /** Refuses nulls. */
  public Category {
    requireNonNull(id, "id");
    requireNonNull(parentId, "parentId");
    requireNonNull(nameZh, "nameZh");
    requireNonNull(nameEn, "nameEn");
  }
}
