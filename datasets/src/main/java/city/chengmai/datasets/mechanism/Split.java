package city.chengmai.datasets.mechanism;

import city.chengmai.datasets.catalogue.LocalName;
import city.chengmai.datasets.mechanism.MeasureKind.Source;
import java.util.Map;

/**
 * Rows of one kind told apart (构成).
 *
 * @param name shown name
 * @param source rows
 * @param of their kind
 * @param by attribute, or {@code channel} of demands, {@code facility}, {@code hour} or {@code
 *     community-form} (of the grid) of services, {@code decade} of the year in which entries were
 *     built
 * @param values names of its values; another value is shown as it is told
 */
public record Split(
    LocalName name, Source source, String of, String by, Map<String, LocalName> values) {

  /** Copies the names. */
  public Split {
    values = Map.copyOf(values);
  }
}
