package city.chengmai.datasets.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.catalogue.Catalogue;
import city.chengmai.datasets.rule.AlertRules;
import city.chengmai.datasets.source.CityConfigurationException;
import city.chengmai.datasets.source.CityFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityPlansTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  @TempDir private Path directory;

  private CityPlans plans(String yaml) throws IOException {
    Files.writeString(directory.resolve("campaigns.yaml"), yaml);
    return CityPlans.of(CityFiles.in(directory), FIRST);
  }

  @Test
  void theDemoCityHasThreeDomainsAndASpecialPeriodWithinItsHistory() {
    CityPlans plans = CityPlans.of("demo", FIRST);
    assertThat(plans.benchmarks()).hasSize(3);
    assertThat(plans.benchmarks())
        .allMatch(one -> Catalogue.bundled().find(one.indicator()).isPresent());
    assertThat(plans.interventions()).hasSize(2);
    SpecialPeriod special = plans.specialOn(FIRST.plusDays(119)).orElseThrow();
    special
        .rules()
        .forEach(
            (rule, numbers) ->
                assertThat(AlertRules.bundled().rule(rule).parameters())
                    .containsKeys(numbers.keySet().toArray(String[]::new)));
    assertThat(plans.specialOn(FIRST.plusDays(126))).isEmpty();
  }

  @Test
  void aCityWithoutTheFileHasNoPlans() {
    assertThat(CityPlans.of(CityFiles.in(directory), FIRST)).isEqualTo(CityPlans.NONE);
    assertThat(CityPlans.of("boston-311-2011", FIRST)).isEqualTo(CityPlans.NONE);
  }

  @Test
  void withoutAComparisonItIsTheTimeBefore() throws IOException {
    SpecialPeriod period =
        plans(
                """
                special-periods:
                  - { id: expo, name: { zh: 甲, en: a }, from: first+10, until: 2026-01-21,
                      rules: { A02: { relative-floor: 1.2 } } }
                """)
            .specialPeriods()
            .get(0);
    assertThat(period.comparisonFrom()).isEqualTo(FIRST);
    assertThat(period.comparisonUntil()).isEqualTo(period.from());
    assertThat(period.overrides("A02")).isEqualTo(Map.of("relative-floor", 1.2));
    assertThat(period.overrides("A11")).isEmpty();
  }

  @Test
  void whatDoesNotFitIsNamed() {
    assertThatThrownBy(
            () ->
                plans(
                    """
                    benchmarks:
                      - { id: b, domain: { zh: 甲, en: a }, rival: { zh: 乙, en: b }, indicator: M04,
                          from: first+1, until: first+9 }
                    """))
        .isInstanceOf(CityConfigurationException.class)
        .hasMessageContaining("benchmark b needs either a target or a peer");
    assertThatThrownBy(
            () -> plans("interventions: [{ id: i, name: { zh: 甲, en: a }, start: soon }]"))
        .hasMessageContaining("intervention i is on \"soon\"");
    assertThatThrownBy(
            () ->
                plans(
                    """
                    special-periods:
                      - { id: one, name: { zh: 甲, en: a }, from: first+1, until: first+9 }
                      - { id: two, name: { zh: 乙, en: b }, from: first+8, until: first+12 }
                    """))
        .hasMessageContaining("special periods one and two overlap");
  }
}
