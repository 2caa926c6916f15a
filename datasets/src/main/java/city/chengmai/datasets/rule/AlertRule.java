package city.chengmai.datasets.rule;

import city.chengmai.datasets.catalogue.LocalName;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

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
 * @param bounds what a parameter may be set to by calibration (微调), by its name; one without bounds
 *     is not calibrated
 * @param dependsOn feeds whose silence pauses the rule, each told by its id, its kind or a source;
 *     may be empty
 * @param words lists of words of the method by name, such as the categories that it looks at
 */
public record AlertRule(
    String id,
    LocalName name,
    LocalName description,
    String method,
    int version,
    Map<String, Double> parameters,
    Map<String, Bound> bounds,
    @JsonProperty("depends-on") List<String> dependsOn,
    Map<String, List<String>> words) {

  /**
   * Smallest and largest value of a parameter.
   *
   * @param lowest smallest
   * @param highest largest
   */
  public record Bound(double lowest, double highest) {

    /** Checks the order. */
    public Bound {
      if (!(lowest < highest)) {
        throw new IllegalArgumentException(
            "bounds " + lowest + " and " + highest + " of a parameter are out of order");
      }
    }

    /**
     * Values from lowest to highest, in so many equal steps; between whole numbers only whole ones,
     * each once.
     */
    public List<Double> values(int steps) {
      boolean whole = lowest == Math.rint(lowest) && highest == Math.rint(highest);
      return IntStream.rangeClosed(0, steps)
          .mapToDouble(step -> value(step, steps))
          .map(value -> whole ? Math.rint(value) : value)
          .distinct()
          .boxed()
          .toList();
    }

    /** Decimal, so that a tenth of a step is a tenth. */
    private double value(int step, int steps) {
      return BigDecimal.valueOf(highest)
          .subtract(BigDecimal.valueOf(lowest))
          .multiply(BigDecimal.valueOf(step))
          .divide(BigDecimal.valueOf(steps), MathContext.DECIMAL32)
          .add(BigDecimal.valueOf(lowest))
          .doubleValue();
    }

    /** Whether a value lies within. */
    public boolean holds(double value) {
      return value >= lowest && value <= highest;
    }
  }

  /** Checks that the rule is complete. */
  public AlertRule {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, () -> "name of rule " + id);
    Objects.requireNonNull(description, () -> "description of rule " + id);
    Objects.requireNonNull(method, () -> "method of rule " + id);
    parameters = Map.copyOf(parameters);
    bounds = bounds == null ? Map.of() : Map.copyOf(bounds);
    dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
    words = words == null ? Map.of() : Map.copyOf(words);
    for (String parameter : bounds.keySet()) {
      if (!parameters.containsKey(parameter)) {
        throw new IllegalArgumentException(
            "rule " + id + " bounds " + parameter + ", but has no such parameter");
      }
    }
    if (version < 1) {
      throw new IllegalArgumentException("version of rule " + id + " must be 1 or more");
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

  /** The same rule with some numbers replaced or added. */
  public AlertRule with(Map<String, Double> changed) {
    Map<String, Double> all = new HashMap<>(parameters);
    changed.forEach(
        (key, number) -> {
          if (number == null) {
            throw new IllegalArgumentException(
                "rule " + id + ": parameter " + key + " has no number");
          }
          all.put(key, number);
        });
    return new AlertRule(id, name, description, method, version, all, bounds, dependsOn, words);
  }

  /** Whether the rule has a parameter with this name. */
  public boolean has(String key) {
    return parameters.containsKey(key);
  }

  /** Checks that the shipped numbers lie within their bounds; a city may set others on purpose. */
  void checkBounds() {
    bounds.forEach(
        (key, bound) -> {
          if (!bound.holds(parameter(key))) {
            throw new IllegalArgumentException(
                "rule %s has bounds %s for %s, which is %s"
                    .formatted(id, bound, key, parameter(key)));
          }
        });
  }
}
