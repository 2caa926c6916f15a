package city.chengmai.dashboard.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.page.desk.DeskGuardFuzz;
import city.chengmai.testing.fuzz.FuzzCampaign;
import city.chengmai.testing.fuzz.FuzzTarget;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Coverage-guided fuzzing of each target of this module, {@code -Dseconds=60} for each. */
class FuzzBench {

  private static final int SECONDS = Integer.getInteger("seconds", 60);

  @Test
  void fuzz() throws Exception {
    List<FuzzTarget> targets = new ArrayList<>(FuzzTargets.all());
    try (DeskGuardFuzz desk = new DeskGuardFuzz()) {
      targets.add(desk);
      assertThat(new FuzzCampaign(SECONDS, System.out::println).run(targets)).isEmpty();
    }
  }
}
