package city.chengmai.datasets.catalogue;

import java.util.Objects;

/**
 * A field of a file of record.
 *
 * @param name member of the record's events
 * @param kind how its value is read: text, word, count, area, ten-thousand-yuan, record, size
 * @param mandatory whether a file without it is incomplete
 */
public record FileField(String name, String kind, boolean mandatory) {

  /** Checks that the names are there. */
  public FileField {
    Objects.requireNonNull(name, "name of a file field");
    Objects.requireNonNull(kind, () -> "kind of file field " + name);
  }
}
