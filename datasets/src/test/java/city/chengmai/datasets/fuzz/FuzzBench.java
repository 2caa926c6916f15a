package city.chengmai.datasets.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.testing.fuzz.FuzzCampaign;
import org.junit.jupiter.api.Test;

/** Coverage-guided fuzzing of each target of this module, {@code -Dseconds=60} for each. */
class FuzzBench {

  private static final int SECONDS = Integer.getInteger("seconds", 60);

  @Test
  void fuzz() throws Exception {
    assertThat(new FuzzCampaign(SECONDS, System.out::println).run(FuzzTargets.all())).isEmpty();
  }
}
