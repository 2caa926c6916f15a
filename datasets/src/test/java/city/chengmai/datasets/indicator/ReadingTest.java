package city.chengmai.datasets.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReadingTest {

  @Test
  void everyCaseHasItsStateAndOnlyAMeasuredOneAValue() {
    Rate rate = new Rate(9, 10);
    Reading measured = new Reading.Measured(90, OptionalDouble.empty(), rate);

    assertThat(measured.state()).isEqualTo(ReadingState.MEASURED);
    assertThat(measured.valueIfMeasured()).hasValue(90);
    for (Reading reading :
        new Reading[] {
          new Reading.Insufficient(rate, 20), new Reading.NotApplicable(), new Reading.NoData()
        }) {
      assertThat(reading.state()).isNotEqualTo(ReadingState.MEASURED);
      assertThat(reading.valueIfMeasured()).isEmpty();
    }
  }

  @Test
  void stateIsFoundByItsWord() {
    for (ReadingState state : ReadingState.values()) {
      assertThat(ReadingState.of(state.key())).isEqualTo(state);
    }
  }
}
