package city.chengmai.datasets.catalogue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All indicators, in display order. Immutable; {@link #bundled} reads {@code indicators.yaml} of
 * the class path, and a broken file is refused with the indicator and field named.
 */
public final class Catalogue {

  private final Map<String, Indicator> indicators = new LinkedHashMap<>();

  /** A catalogue of these indicators. Ids, and names within a language, must be unique. */
  public Catalogue(List<Indicator> indicators) {
    Set<String> names = new HashSet<>();
    for (Indicator indicator : indicators) {
      if (this.indicators.putIfAbsent(indicator.id(), indicator) != null) {
        throw new IllegalArgumentException("indicator " + indicator.id() + " stands twice");
      }
      requireNew(names, indicator, "zh:" + indicator.name().zh());
      requireNew(names, indicator, "en:" + indicator.name().en());
    }
  }

  /** The catalogue shipped with the product. */
  public static Catalogue bundled() {
    return new Catalogue(read("indicators.yaml", IndicatorFile.class).indicators());
  }

  /** All indicators in display order. */
  public List<Indicator> indicators() {
    return List.copyOf(indicators.values());
  }

  /** The indicator with this id, if the catalogue has it. */
  public Optional<Indicator> find(String id) {
    return Optional.ofNullable(indicators.get(id));
  }

  /** The indicator with this id. */
  public Indicator indicator(String id) {
    return find(id)
        .orElseThrow(
            () -> new IllegalArgumentException("indicator " + id + " is not in the catalogue"));
  }

  static <T> T read(String resource, Class<T> type) {
    ObjectReader reader =
        YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(type);
    try (InputStream in = Catalogue.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException(resource + " is not on the class path");
      }
      return reader.readValue(in);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + resource + ": " + e.getMessage(), e);
    }
  }

  private static void requireNew(Set<String> names, Indicator indicator, String name) {
    if (!names.add(name)) {
      throw new IllegalArgumentException(
          "indicator " + indicator.id() + " shares the name " + name + " with another");
    }
  }

  private record IndicatorFile(List<Indicator> indicators) {}
}
