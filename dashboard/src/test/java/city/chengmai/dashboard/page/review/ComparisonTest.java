package city.chengmai.dashboard.page.review;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.query.StandingQueries.StandingRow;
import city.chengmai.datasets.catalogue.Direction;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final StandingRow LOW = row("low", 10.0, 20.0);
  private static final StandingRow MIDDLE = row("middle", 30.0, 60.0);
  private static final StandingRow HIGH = row("high", 55.0, 90.0);
  private static final StandingRow UNKNOWN = row("unknown", null, null);

  @Test
  void onlyAnIntervalApartFromAllOthersIsBestOrWorst() {
    List<StandingRow> all = List.of(LOW, MIDDLE, HIGH, UNKNOWN);
    assertThat(Comparison.mark(LOW, Direction.HIGHER_IS_BETTER, all)).isEqualTo("worst");
    assertThat(Comparison.mark(LOW, Direction.LOWER_IS_BETTER, all)).isEqualTo("best");
    assertThat(Comparison.mark(MIDDLE, Direction.HIGHER_IS_BETTER, all)).isEmpty();
    assertThat(Comparison.mark(HIGH, Direction.HIGHER_IS_BETTER, all)).isEmpty();
    assertThat(Comparison.mark(HIGH, Direction.HIGHER_IS_BETTER, List.of(LOW, HIGH)))
        .isEqualTo("best");
  }

  @Test
  void nothingIsMarkedWithoutAnOrderOrAnotherInterval() {
    assertThat(Comparison.mark(LOW, Direction.CONTEXT, List.of(LOW, MIDDLE))).isEmpty();
    assertThat(Comparison.mark(LOW, Direction.HIGHER_IS_BETTER, List.of(LOW, UNKNOWN))).isEmpty();
    assertThat(Comparison.mark(UNKNOWN, Direction.HIGHER_IS_BETTER, List.of(LOW, UNKNOWN)))
        .isEmpty();
  }

  private static StandingRow row(String area, Double lower, Double upper) {
    return new StandingRow(
        area,
        "M04",
        LocalDate.of(2026, 3, 20),
        "street-front",
        3,
        50.0,
        50.0,
        50.0,
        lower,
        upper,
        40,
        1,
        1,
        2,
        1);
  }
}
