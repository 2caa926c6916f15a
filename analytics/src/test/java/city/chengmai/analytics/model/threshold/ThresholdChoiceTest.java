package city.chengmai.analytics.model.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThresholdChoiceTest {

  private static final Trial NOW = new Trial(1.5, Set.of("a", "b", "c", "d", "e"));
  private static final Trial STRICTER = new Trial(1.8, Set.of("a", "b", "c"));
  private static final Trial STRICTEST = new Trial(2.2, Set.of("a", "b"));
  private static final Trial LOOSER = new Trial(1.4, Set.of("a", "b", "c", "d", "e", "f"));
  private static final Trial LOOSEST =
      new Trial(1.2, Set.of("a", "b", "c", "d", "e", "f", "g", "h"));
  private static final List<Trial> OTHERS = List.of(LOOSEST, LOOSER, STRICTER, STRICTEST);

  private final ThresholdChoice choice = new ThresholdChoice(3, 0.2);

  @Test
  void sparesFalseAlarmsAndLosesNoConfirmedAlert() {
    Verdicts verdicts = new Verdicts(Set.of("a", "b", "c"), Set.of("d", "e"));

    assertThat(choice.choose(NOW, OTHERS, verdicts)).contains(STRICTER);
  }

  @Test
  void sparesAsManyAsItCan() {
    Verdicts verdicts = new Verdicts(Set.of("a", "b"), Set.of("c", "d"));

    assertThat(choice.choose(NOW, OTHERS, verdicts)).contains(STRICTEST);
  }

  @Test
  void ofEqualOnesTheNearestIsTaken() {
    Trial farther = new Trial(2.0, STRICTER.alerts());
    Verdicts verdicts = new Verdicts(Set.of("a", "b", "c"), Set.of("d", "e"));

    assertThat(choice.choose(NOW, List.of(farther, STRICTER), verdicts)).contains(STRICTER);
  }

  @Test
  void keepsTheValueWhereEveryChangeLosesAConfirmedAlert() {
    Verdicts verdicts = new Verdicts(Set.of("a", "e"), Set.of("b", "d"));

    assertThat(choice.choose(NOW, OTHERS, verdicts)).isEmpty();
  }

  @Test
  void showsALittleMoreWhereNothingWasRefuted() {
    Verdicts verdicts = new Verdicts(Set.of("a", "b", "c"), Set.of());

    assertThat(choice.choose(NOW, OTHERS, verdicts)).contains(LOOSER);
    assertThat(choice.choose(NOW, List.of(LOOSEST), verdicts)).isEmpty();
  }

  @Test
  void fewVerdictsSayNothing() {
    Verdicts verdicts = new Verdicts(Set.of("a"), Set.of("d", "not raised", "nor this"));

    assertThat(choice.choose(NOW, OTHERS, verdicts)).isEmpty();
  }

  @Test
  void refusesNumbersThatMakeNoSense() {
    assertThatThrownBy(() -> new ThresholdChoice(0, 0.2)).hasMessageContaining("0, 0.2");
    assertThatThrownBy(() -> new ThresholdChoice(1, Double.NaN)).hasMessageContaining("NaN");
  }
}
