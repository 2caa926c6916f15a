package city.chengmai.analytics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreMoveTest {

  @Test
  void pointsAddUpToTheChangeOfTheScore() {
    Random random = new Random(5);
    for (int round = 0; round < 2_000; round++) {
      List<ScoreMove.Part> before = parts(random);
      List<ScoreMove.Part> now = parts(random);
      double moved = 0;
      for (int i = 0; i < before.size(); i++) {
        moved += ScoreMove.between("I" + i, before.get(i), now.get(i)).points();
      }
      assertThat(moved).isCloseTo(score(now) - score(before), within(1e-9));
    }
  }

  @Test
  void valueAndWeightAreToldApart() {
    ScoreMove value = ScoreMove.between("M04", part(0.4, 50), part(0.4, 70));
    ScoreMove weight = ScoreMove.between("M04", part(0.4, 50), part(0.6, 50));

    assertThat(value.valuePoints()).isCloseTo(8, within(1e-12));
    assertThat(value.weightPoints()).isZero();
    assertThat(weight.valuePoints()).isZero();
    assertThat(weight.weightPoints()).isCloseTo(10, within(1e-12));
  }

  @Test
  void whatAppearsMovesAllItsPointsByWeight() {
    ScoreMove.Part absent = new ScoreMove.Part(0, OptionalDouble.empty());

    assertThat(ScoreMove.between("M04", absent, part(0.5, 80)))
        .isEqualTo(new ScoreMove("M04", 0, 40));
    assertThat(ScoreMove.between("M04", part(0.5, 80), absent))
        .isEqualTo(new ScoreMove("M04", 0, -40));
  }

  private static ScoreMove.Part part(double weight, double curveScore) {
    return new ScoreMove.Part(weight, OptionalDouble.of(curveScore));
  }

  private static double score(List<ScoreMove.Part> parts) {
    return parts.stream()
        .filter(ScoreMove.Part::counted)
        .mapToDouble(part -> part.weight() * part.curveScore().getAsDouble())
        .sum();
  }

  /** Weights re-scaled over what is present, as a score has them. */
  private static List<ScoreMove.Part> parts(Random random) {
    double[] weights = random.doubles(35).map(w -> random.nextInt(4) == 0 ? 0 : w).toArray();
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    List<ScoreMove.Part> parts = new ArrayList<>();
    for (double weight : weights) {
      OptionalDouble curveScore =
          weight == 0 ? OptionalDouble.empty() : OptionalDouble.of(100 * random.nextDouble());
      parts.add(new ScoreMove.Part(weight / sum, curveScore));
    }
    return parts;
  }
}
