package city.chengmai.datasets.catalogue;

import java.util.Objects;
import java.util.Set;

/**
 * A field of a file of record.
 *
 * @param name member of the record's events
 * @param kind how its value is read: text, word, count, area, ten-thousand-yuan, record, size
 * @param mandatory whether a file without it is incomplete
 * @param bound largest relative change of a correction (校准) that needs no second person; null when
 *     every change does
 */
public record FileField(String name, String kind, boolean mandatory, Double bound) {

  private static final Set<String> NUMBERS = Set.of("count", "area", "ten-thousand-yuan", "size");

  /** Checks that the names are there and that a bound belongs to a number. */
  public FileField {
    Objects.requireNonNull(name, "name of a file field");
    Objects.requireNonNull(kind, () -> "kind of file field " + name);
    if (bound != null && (!NUMBERS.contains(kind) || !(bound >= 0 && bound < 1))) {
      throw new IllegalArgumentException(
          "bound of file field "
              + name
              + " is "
              + bound
              + " of kind "
              + kind
              + "; expected a number from 0 to below 1 at a field that is a number");
    }
  }

  /** A field that nobody corrects alone. */
  public FileField(String name, String kind, boolean mandatory) {
    this(name, kind, mandatory, null);
  }

  /** Whether its values are numbers. */
  public boolean isNumber() {
    return NUMBERS.contains(kind);
  }
}
