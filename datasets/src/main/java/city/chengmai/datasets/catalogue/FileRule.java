package city.chengmai.datasets.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the file of one kind of record has to hold.
 *
 * @param kind enterprise, building or grid
 * @param refreshDays a file that nobody confirmed for longer is stale; 0 where nobody confirms this
 *     kind
 * @param fields in display order
 */
public record FileRule(String kind, int refreshDays, List<FileField> fields) {

  /** Copies the fields; refuses one that stands twice and a rule without a mandatory one. */
  public FileRule {
    Objects.requireNonNull(kind, "kind");
    fields = List.copyOf(fields);
    if (refreshDays < 0) {
      throw new IllegalArgumentException("refreshDays of file " + kind + " must not be negative");
    }
    Set<String> names = new HashSet<>();
    for (FileField field : fields) {
      if (!names.add(field.name())) {
        throw new IllegalArgumentException(
            "field " + field.name() + " of file " + kind + " stands twice");
      }
    }
    if (fields.stream().noneMatch(FileField::mandatory)) {
      throw new IllegalArgumentException("file " + kind + " has no mandatory field");
    }
  }

  /** The declared field of a name. */
  public Optional<FileField> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** Names of the fields that every file must fill. */
  public List<String> mandatory() {
    return fields.stream().filter(FileField::mandatory).map(FileField::name).toList();
  }

  /** Names of mandatory fields that are absent or blank among these values. */
  public List<String> missing(Map<String, String> values) {
    return mandatory().stream().filter(name -> values.getOrDefault(name, "").isBlank()).toList();
  }
}
