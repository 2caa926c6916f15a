package city.chengmai.datasets.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The definitions that are shown beside those of the catalogue. Immutable; {@link #bundled} reads
 * {@code definitions.yaml} of the class path, and a broken file is refused with the indicator and
 * field named.
 *
 * @param definitions each with its days
 */
public record FurtherDefinitions(List<FurtherDefinition> definitions) {

  /** Nothing beside the catalogue. */
  public static final FurtherDefinitions NONE = new FurtherDefinitions(List.of());

  /** A version of an indicator stands once. */
  public FurtherDefinitions {
    definitions = List.copyOf(definitions);
    Set<String> seen = new HashSet<>();
    for (FurtherDefinition definition : definitions) {
      if (!seen.add(definition.indicator() + " " + definition.version())) {
        throw new IllegalArgumentException(
            "further definition of "
                + definition.indicator()
                + ": version "
                + definition.version()
                + " stands twice");
      }
    }
  }

  /** The definitions shipped with the product, checked against its catalogue. */
  public static FurtherDefinitions bundled() {
    FurtherDefinitions read = Catalogue.read("definitions.yaml", FurtherDefinitions.class);
    Catalogue catalogue = Catalogue.bundled();
    read.definitions().forEach(definition -> definition.in(catalogue));
    return read;
  }

  /** Those of one indicator, in the order of the file. */
  public List<FurtherDefinition> of(String indicator) {
    return definitions.stream()
        .filter(definition -> definition.indicator().equals(indicator))
        .toList();
  }
}
