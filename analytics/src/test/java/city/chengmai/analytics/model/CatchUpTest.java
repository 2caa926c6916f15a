package city.chengmai.analytics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.chengmai.analytics.model.CatchUp.State;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CatchUpTest {

  private static final int SIMULATIONS = 4000;

  private static CatchUp catchUp(double[] values, double target, double deadline) {
    double[] times = new double[values.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = 30.0 * i;
    }
    double today = times[times.length - 1];
    return CatchUp.of(
        times, values, values[values.length - 1], target, true, today, today + deadline);
  }

  @Test
  void aSteadyGainMeetsItsTargetWhereTheLineSaysSo() {
    CatchUp steady = catchUp(new double[] {80, 82.01, 84, 85.99, 88}, 92, 90);
    assertThat(steady.state()).isEqualTo(State.ON_PACE);
    assertThat(steady.gap()).isEqualTo(4);
    assertThat(30 * steady.slope().orElseThrow()).isCloseTo(2, within(0.01));
    assertThat(steady.closes().orElseThrow()).isCloseTo(180, within(0.5));
    assertThat(steady.earliest().orElseThrow()).isBetween(178.0, 180.0);
    assertThat(steady.latest().orElseThrow()).isBetween(180.0, 182.0);
    assertThat(catchUp(new double[] {80, 82.01, 84, 85.99, 88}, 92, 40).state())
        .isEqualTo(State.LATE);
  }

  @Test
  void lessIsBetterWhereTheIndicatorSaysSo() {
    double[] times = {0, 30, 60, 90};
    double[] values = {20, 18.1, 15.9, 14};
    CatchUp down = CatchUp.of(times, values, 14, 10, false, 90, 200);
    assertThat(down.gap()).isEqualTo(4);
    assertThat(down.state()).isEqualTo(State.ON_PACE);
    assertThat(down.slope().orElseThrow()).isPositive();
  }

  @Test
  void whatFallsBackNeverGetsThereAtThisPace() {
    CatchUp back = catchUp(new double[] {88, 87, 86.2, 85}, 92, 90);
    assertThat(back.state()).isEqualTo(State.NOT_AT_THIS_PACE);
    assertThat(back.closes()).isEmpty();
    assertThat(catchUp(new double[] {80, 80.001, 80.002, 80.003}, 92, 90).state())
        .isEqualTo(State.NOT_AT_THIS_PACE);
  }

  @Test
  void aGainWithinTheNoiseHasNoLatestDay() {
    CatchUp unsure = catchUp(new double[] {80, 86, 79, 85}, 92, 900);
    assertThat(unsure.state()).isEqualTo(State.UNCERTAIN);
    assertThat(unsure.latest()).isEmpty();
    assertThat(unsure.earliest().orElseThrow()).isLessThan(unsure.closes().orElseThrow());
  }

  @Test
  void aReachedTargetAndTooFewWindowsAreSaid() {
    assertThat(catchUp(new double[] {80, 90, 95}, 92, 90).state()).isEqualTo(State.REACHED);
    CatchUp few = catchUp(new double[] {80, 90}, 92, 90);
    assertThat(few.state()).isEqualTo(State.INSUFFICIENT);
    assertThat(few.slope()).isEmpty();
  }

  @Test
  void theIntervalHoldsTheTrueMeetingNineteenTimesOfTwenty() {
    Random random = new Random(11);
    for (double slope : new double[] {0.01, 0.05, 0.2}) {
      int held = 0;
      for (int run = 0; run < SIMULATIONS; run++) {
        double[] times = new double[6];
        double[] values = new double[6];
        for (int i = 0; i < times.length; i++) {
          times[i] = 30.0 * i;
          values[i] = 80 + slope * times[i] + 1.5 * random.nextGaussian();
        }
        double target = 80 + slope * 240;
        held += new CatchUpLine(times, values).meeting(target).holds(240) ? 1 : 0;
      }
      assertThat(held / (double) SIMULATIONS).as("slope " + slope).isBetween(0.935, 0.965);
    }
  }
}
