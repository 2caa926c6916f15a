package city.chengmai.dashboard.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.dashboard.library.Condition.Kind;
import city.chengmai.dashboard.library.StatementRunner.Result;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionTest {

  private static Result result(long rows, Double value) {
    return new Result(rows, Optional.ofNullable(value), "", "", "");
  }

  @Test
  void theBoundItselfDoesNotPass() {
    assertThat(new Condition(Kind.ROWS_ABOVE, 2).judge(result(3, null))).isEqualTo(RunVerdict.MET);
    assertThat(new Condition(Kind.ROWS_ABOVE, 2).judge(result(2, 9.0)))
        .isEqualTo(RunVerdict.NOT_MET);
    assertThat(new Condition(Kind.ROWS_BELOW, 1).judge(result(0, null))).isEqualTo(RunVerdict.MET);
    assertThat(new Condition(Kind.VALUE_BELOW, 0.5).judge(result(1, 0.49)))
        .isEqualTo(RunVerdict.MET);
    assertThat(new Condition(Kind.VALUE_ABOVE, 0.5).judge(result(1, 0.5)))
        .isEqualTo(RunVerdict.NOT_MET);
  }

  @Test
  void aNumberThatIsMissingIsNotZero() {
    assertThat(new Condition(Kind.VALUE_BELOW, 5).judge(result(0, null)))
        .isEqualTo(RunVerdict.NO_NUMBER);
  }

  @Test
  void aFailureSaysNothing() {
    Result failed = new Result(0, Optional.empty(), "time", "", "");
    assertThat(new Condition(Kind.ROWS_BELOW, 5).judge(failed)).isEqualTo(RunVerdict.FAILED);
    assertThat(Condition.NONE.judge(result(7, null))).isEqualTo(RunVerdict.UNJUDGED);
  }

  @Test
  void itIsToldInSigns() {
    assertThat(new Condition(Kind.ROWS_ABOVE, 0)).hasToString("rows > 0");
    assertThat(new Condition(Kind.VALUE_BELOW, -2.50)).hasToString("value < -2.5");
    assertThat(new Condition(Kind.VALUE_ABOVE, 1e7)).hasToString("value > 10000000");
  }

  @Test
  void aBoundThatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> new Condition(Kind.ROWS_ABOVE, Double.NaN))
        .hasMessageContaining("expected a finite number");
  }
}
