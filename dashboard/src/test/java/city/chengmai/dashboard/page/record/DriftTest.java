package city.chengmai.dashboard.page.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.dashboard.page.record.Drift.Comparison;
import city.chengmai.dashboard.page.record.Drift.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Drift of invented sources whose truth is known. */
class DriftTest {

  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  private static Comparison after(double days, double deviation) {
    return new Comparison(FIRST.plus(Duration.ofMinutes(Math.round(days * 1440))), deviation);
  }

  /** Ten days apart, a hundredth more each time: three hundredths in 30 days. */
  @Test
  void aStraightLineHasItsSlope() {
    List<Comparison> line = IntStream.range(0, 12).mapToObj(i -> after(10 * i, 0.01 * i)).toList();
    Drift drift = Drift.of(line);
    assertThat(drift.state()).isEqualTo(State.UP);
    assertThat(drift.slope()).isCloseTo(0.03, within(1e-9));
    assertThat(drift.lower()).isCloseTo(0.03, within(1e-9));
    assertThat(drift.median()).isCloseTo(0.055, within(1e-9));
  }

  @Test
  void oneWildValueHardlyMovesIt() {
    List<Comparison> line =
        new ArrayList<>(IntStream.range(0, 20).mapToObj(i -> after(5 * i, -0.002 * i)).toList());
    line.add(after(97, 900));
    Drift drift = Drift.of(line);
    assertThat(drift.state()).isEqualTo(State.DOWN);
    assertThat(drift.slope()).isCloseTo(-0.012, within(1e-6));
  }

  @Test
  void fewComparisonsAndShortTimesTellNoDrift() {
    assertThat(Drift.of(List.of(after(0, 0.1))).state()).isEqualTo(State.FEW);
    assertThat(Drift.of(IntStream.range(0, 11).mapToObj(i -> after(9 * i, i)).toList()).state())
        .isEqualTo(State.FEW);
    Drift brief = Drift.of(IntStream.range(0, 40).mapToObj(i -> after(i, i)).toList());
    assertThat(brief.state()).isEqualTo(State.FEW);
    assertThat(brief.slope()).isNaN();
    Drift atOnce = Drift.of(IntStream.range(0, 40).mapToObj(i -> after(60 * (i % 2), 1)).toList());
    assertThat(atOnce.slope()).isZero();
  }

  /** Of 200 sources that do not drift about one in twenty seems to; intervals hold the truth. */
  @Test
  void theIntervalHoldsTheTruthAsOftenAsItSays() {
    Random random = new Random(7);
    for (double truth : new double[] {0, 0.04}) {
      int held = 0;
      int shown = 0;
      for (int world = 0; world < 200; world++) {
        List<Comparison> seen = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
          double day = 150 * random.nextDouble();
          seen.add(after(day, truth * day / 30 + 0.1 * random.nextGaussian()));
        }
        Drift drift = Drift.of(seen);
        held += drift.lower() <= truth && truth <= drift.upper() ? 1 : 0;
        shown += drift.state() == State.UP || drift.state() == State.DOWN ? 1 : 0;
      }
      assertThat(held).as("intervals of " + truth).isBetween(182, 198);
      assertThat(shown)
          .as("shown at " + truth)
          .isBetween(truth == 0 ? 2 : 170, truth == 0 ? 18 : 200);
    }
  }
}
