package city.chengmai.datasets.source;

import static java.util.Objects.requireNonNullElse;

import city.chengmai.datasets.rule.AlertRules;
import java.util.Map;

/**
 * The alert rules of one city: those of the product with the numbers that a file {@code rules.yaml}
 * beside the city's other files replaces or adds.
 *
 * <pre>
 * rules:
 *   A11-silent:
 *     silent-minutes.noise-meter: 15
 * </pre>
 */
public final class CityRules {

  private static final String FILE = "rules.yaml";

  private CityRules() {}

  /**
   * The rules of the city with this name or in this directory.
   *
   * @throws CityConfigurationException when its file does not fit
   */
  public static AlertRules of(String nameOrDirectory) {
    return of(CityFiles.of(nameOrDirectory));
  }

  /** The rules of the city with these files. */
  public static AlertRules of(CityFiles files) {
    AlertRules rules = AlertRules.bundled();
    try {
      return StructuredFile.find(files, FILE, RuleFile.class)
          .map(file -> rules.with(file.rules()))
          .orElse(rules);
    } catch (IllegalArgumentException e) {
      throw new CityConfigurationException(
          "reading " + FILE + " of city " + files.name() + ": " + e.getMessage(), e);
    }
  }

  record RuleFile(Map<String, Map<String, Double>> rules) {
    RuleFile {
      rules = requireNonNullElse(rules, Map.of());
    }
  }
}
