package city.chengmai.datasets.rule;

import city.chengmai.datasets.catalogue.LocalName;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One alert rule as data. A change of method or parameters raises {@code version}, which every
 * alert carries.
 *
 * @param id for example A02
 * @param name shown name
 * @param description what it reports, for the reader of an alert
 * @param method id of the method that decides
 * @param version from 1
 * @param parameters numbers of the method by name
 * @param words lists of words of the method by name, such as the categories that it looks at
 * @param bounds the parameters that verdicts of officers may move, and how far
 * @param dependsOn feeds whose silence pauses the rule, each told by its id, its kind or a source
 */
public record AlertRule(
    String id,
    LocalName name,
    LocalName description,
    String method,
    int version,
    Map<String, Double> parameters,
    Map<String, List<String>> words,
    Map<String, RuleBounds> bounds,
    @JsonProperty("depends-on") List<String> dependsOn) {

  /** Checks that the rule is complete. */
  public AlertRule {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, () -> "name of rule " + id);
    Objects.requireNonNull(description, () -> "description of rule " + id);
    Objects.requireNonNull(method, () -> "method of rule " + id);
    parameters = Map.copyOf(parameters);
    words = words == null ? Map.of() : Map.copyOf(words);
    bounds = bounds == null ? Map.of() : Map.copyOf(bounds);
    dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
    if (version < 1) {
      throw new IllegalArgumentException("version of rule " + id + " must be 1 or more");
    }
  }

  /** Checks that the shipped numbers lie within their bounds; a city may set others on purpose. */
  void checkBounds() {
    bounds.forEach((key, bound) -> requireWithin(id, key, parameters.get(key), bound));
  }

  private static void requireWithin(String id, String key, Double value, RuleBounds bounds) {
    if (value == null || !bounds.contain(value)) {
      throw new IllegalArgumentException(
          "rule %s has bounds %s for %s, which is %s".formatted(id, bounds, key, value));
    }
  }

  /** The parameter with this name. */
  public double parameter(String key) {
    Double value = parameters.get(key);
    if (value == null) {
      throw new IllegalArgumentException("rule " + id + " has no parameter " + key);
    }
    return value;
  }

  /**
   * The parameter {@code key.special} when there is one, else the parameter {@code key}: a number
   * for one kind of device or one feed beside the number for all others.
   */
  public double parameter(String key, String special) {
    Double value = parameters.get(key + "." + special);
    return value == null ? parameter(key) : value;
  }

  /** Whether the rule has a parameter with this name. */
  public boolean has(String key) {
    return parameters.containsKey(key);
  }

  /** The same rule with some numbers replaced or added. */
  public AlertRule with(Map<String, Double> changed) {
    Map<String, Double> all = new HashMap<>(parameters);
    all.putAll(changed);
    return new AlertRule(id, name, description, method, version, all, words, bounds, dependsOn);
  }
}
