package city.chengmai.analytics.model.alert;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.model.alert.PatrolGaps.Gap;
import city.chengmai.analytics.model.alert.PatrolGaps.Rounds;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatrolGapsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  private static final PatrolGaps GAPS = new PatrolGaps(2, 4, 28);

  private static Rounds on(int day, int planned, int completed) {
    LocalDate date = DAY.plusDays(day);
    List<String> missed = List.of("a" + day, "b" + day).subList(completed, planned);
    return new Rounds("g", date, planned, completed, missed);
  }

  @Test
  void gapIsToldFromItsSecondDayOnUntilARoundIsCompleted() {
    List<Rounds> rounds = List.of(on(0, 2, 1), on(1, 2, 0), on(2, 2, 0), on(3, 2, 0), on(4, 2, 1));
    assertThat(GAPS.on(DAY.plusDays(1), rounds)).isEmpty();
    assertThat(GAPS.on(DAY.plusDays(2), rounds))
        .containsExactly(
            new Gap("g", DAY.plusDays(1), DAY.plusDays(2), List.of("a2", "b2", "a1", "b1")));
    assertThat(GAPS.on(DAY.plusDays(3), rounds)).hasSize(1);
    assertThat(GAPS.on(DAY.plusDays(4), rounds)).isEmpty();
  }

  @Test
  void daysWithoutAPlanNeitherEndAGapNorMakeOne() {
    List<Rounds> rounds = List.of(on(0, 2, 0), on(3, 2, 0));
    assertThat(GAPS.on(DAY.plusDays(2), rounds)).isEmpty();
    assertThat(GAPS.on(DAY.plusDays(3), rounds)).hasSize(1);
  }

  @Test
  void laterRoundsChangeNothing() {
    List<Rounds> early = List.of(on(1, 2, 0), on(2, 2, 0));
    List<Rounds> whole = List.of(on(3, 2, 2), on(1, 2, 0), on(2, 2, 0));
    assertThat(GAPS.on(DAY.plusDays(2), whole)).isEqualTo(GAPS.on(DAY.plusDays(2), early));
  }
}
