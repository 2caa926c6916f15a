package city.chengmai.datasets.fuzz;

import city.chengmai.datasets.campaign.CityPlans;
import city.chengmai.datasets.source.CityConfigurationException;
import city.chengmai.datasets.source.InMemoryCityFiles;
import city.chengmai.testing.fuzz.FuzzTarget;
import java.time.LocalDate;
import java.util.List;

/** Benchmarks, interventions and special periods that a city writes down. */
public final class PlansFuzz implements FuzzTarget {

  @Override
  public List<String> seeds() {
    return List.of(
        """
        benchmarks:
          - {id: b, domain: {zh: 甲, en: A}, rival: {zh: 乙, en: B}, indicator: M04, areas: [x], target: 0.9, from: first+1, until: 2026-05-01}
        interventions:
          - {id: i, name: {zh: 甲, en: A}, categories: [c], areas: [x], start: first+40, baseline-days: 28}
        special-periods:
          - id: expo
            name: {zh: 甲, en: A}
            from: first+3
            until: first+9
            compared-with: {from: first+0, until: first+3}
            rules: {A01: {least: 4}}
        """);
  }

  @Override
  public List<String> words() {
    return List.of(
        "benchmarks:", "special-periods:", "interventions:", "first+999999999", "first+", "null");
  }

  @Override
  public void take(byte[] input) {
    try {
      CityPlans.of(new InMemoryCityFiles().with("campaigns.yaml", input), LocalDate.of(2026, 1, 1));
    } catch (CityConfigurationException refused) {
      return;
    }
  }
}
