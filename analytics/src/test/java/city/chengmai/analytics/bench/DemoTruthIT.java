package city.chengmai.analytics.bench;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.EngineFixture;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** One demo city through all alert rules: what is hidden is found, and little else is told. */
class DemoTruthIT {

  private static final double FOUND = 0.9;
  private static final double FALSE_OF_THOUSAND = 1;

  @Test
  void nineInTenIncidentsAreFoundWithHardlyAFalseAlert() {
    try (EngineFixture engine = new EngineFixture()) {
      DemoTruthStudy.Result result = DemoTruthStudy.of(engine, 2_026, LocalDate.of(2025, 7, 1));
      double found =
          result.outcomes().stream().filter(one -> one.found().isPresent()).count()
              / (double) result.outcomes().size();
      assertThat(found).as("found of %s", result.outcomes()).isGreaterThanOrEqualTo(FOUND);
      assertThat(1000 * result.wrong().size() / result.seriesDays())
          .as("false alerts of 1,000 series and days: %s", result.wrong())
          .isLessThanOrEqualTo(FALSE_OF_THOUSAND);
    }
  }
}
