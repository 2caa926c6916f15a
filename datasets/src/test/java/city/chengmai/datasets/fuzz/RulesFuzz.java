package city.chengmai.datasets.fuzz;

import city.chengmai.datasets.source.CityConfigurationException;
import city.chengmai.datasets.source.CityRules;
import city.chengmai.datasets.source.InMemoryCityFiles;
import city.chengmai.testing.fuzz.FuzzTarget;
import java.util.List;

/** Numbers of alert rules that a city sets. */
public final class RulesFuzz implements FuzzTarget {

  @Override
  public List<String> seeds() {
    return List.of(
        "rules:\n  A11-silent:\n    silent-minutes.noise-meter: 15\n",
        "rules: {A01: null}\n",
        "[]");
  }

  @Override
  public List<String> words() {
    return List.of("rules:", "A11-silent", "silent-minutes", "null", ".nan", "&a", "*a", "<<:");
  }

  @Override
  public void take(byte[] input) {
    try {
      CityRules.of(new InMemoryCityFiles().with("rules.yaml", input));
    } catch (CityConfigurationException refused) {
      return;
    }
  }
}
