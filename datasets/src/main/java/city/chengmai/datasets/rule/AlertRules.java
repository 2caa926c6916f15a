package city.chengmai.datasets.rule;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All alert rules, in display order. Immutable. */
public final class AlertRules {

  private final Map<String, AlertRule> rules = new LinkedHashMap<>();

  /** These rules; ids must be unique. */
  public AlertRules(List<AlertRule> rules) {
    for (AlertRule rule : rules) {
      if (this.rules.putIfAbsent(rule.id(), rule) != null) {
        throw new IllegalArgumentException("rule " + rule.id() + " stands twice");
      }
    }
  }

  /** The rules shipped with the product. */
  public static AlertRules bundled() {
    try (InputStream in = AlertRules.class.getResourceAsStream("rules.yaml")) {
      RuleFile file =
          YAMLMapper.builder()
              .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .build()
              .readValue(in, RuleFile.class);
      file.rules().forEach(AlertRule::checkBounds);
      return new AlertRules(file.rules());
    } catch (IOException e) {
      throw new UncheckedIOException("reading rules.yaml: " + e.getMessage(), e);
    }
  }

  /** All rules in display order. */
  public List<AlertRule> rules() {
    return List.copyOf(rules.values());
  }

  /** The rule with this id, if there is one. */
  public Optional<AlertRule> find(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  /** The rule with this id. */
  public AlertRule rule(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no alert rule " + id));
  }

  /**
   * These rules with the numbers of a city: rule id to parameters.
   *
   * @throws IllegalArgumentException for a rule that is not there
   */
  public AlertRules with(Map<String, Map<String, Double>> changed) {
    Map<String, AlertRule> all = new LinkedHashMap<>(rules);
    changed.forEach(
        (id, parameters) -> {
          if (parameters == null) {
            throw new IllegalArgumentException("rule " + id + " has no parameters");
          }
          all.put(id, rule(id).with(parameters));
        });
    return new AlertRules(List.copyOf(all.values()));
  }

  private record RuleFile(List<AlertRule> rules) {}
}
