package city.chengmai.dashboard.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.bulletin.Cell.Amount;
import city.chengmai.dashboard.bulletin.Cell.Change;
import city.chengmai.dashboard.bulletin.Cell.Rate;
import city.chengmai.dashboard.bulletin.Section.Line;
import city.chengmai.dashboard.query.BulletinQueries.CountsRow;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What came before is told where the city had it, and is no zero where it had not. */
class KeyFiguresTest {

  private static final CountsRow NOW = new CountsRow(30, 20, 12, 4, 9, 0, 0);
  private static final CountsRow THEN = new CountsRow(25, 22, 2, 1, 11, 0, 0);
  private static final LocalDate FIRST = LocalDate.of(2026, 7, 27);

  @Test
  void countsStandBesideThoseOfThePeriodBefore() {
    Line reported = KeyFigures.counts(NOW, Optional.of(THEN)).get(0);
    assertThat(reported.cells().subList(1, 4))
        .containsExactly(Amount.count(30), Amount.count(25), new Change(5, 0, Rounded.COUNT));
  }

  @Test
  void whereTheCityHadNotBegunThereIsNoDataAndNoChange() {
    List<Line> lines = KeyFigures.counts(NOW, Optional.empty());
    assertThat(lines)
        .hasSize(5)
        .allSatisfy(
            line -> {
              assertThat(line.cells().get(1)).isInstanceOf(Amount.class);
              assertThat(line.cells().get(2))
                  .isEqualTo(new Rate(null, 0, 0, Rounded.COUNT, 0, "no-data"));
              assertThat(line.cells().get(3)).isEqualTo(Cell.NOTHING);
            });
  }

  @Test
  void aPeriodThatTheCitySawAPartOfIsNotComparedWith() {
    assertThat(before("month-2026-08-01", Optional.of(FIRST))).isEmpty();
    assertThat(before("month-2026-09-01", Optional.of(FIRST)))
        .map(Period::id)
        .contains("month-2026-08-01");
    assertThat(before("week-2026-08-03", Optional.of(FIRST)))
        .map(Period::id)
        .contains("week-2026-07-27");
    assertThat(before("month-2026-08-01", Optional.empty())).isPresent();
  }

  private static Optional<Period> before(String id, Optional<LocalDate> first) {
    return new Making(Period.of(id).orElseThrow(), ZoneOffset.UTC, first, null, null).before();
  }
}
