package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TotalsLookTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 12, 31);
  private static final LocalDate END = LocalDate.of(2026, 3, 3);
  private static final DaySpan PERIOD = new DaySpan(FIRST, END);
  private static final DaySpan TOUCHED = new DaySpan(END.minusDays(2), END);

  @Test
  void sevenDaysInARowLookAtEveryDayAndPeriod() {
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      LocalDate first = FIRST.plusDays(random.nextInt(700));
      LocalDate today = first.plusDays(random.nextInt(900));
      for (Grain grain : Grain.values()) {
        for (int number = grain.number(first); number <= grain.number(today); number++) {
          LocalDate start = grain == Grain.DAY ? LocalDate.ofEpochDay(number) : grain.start(number);
          assertThat(looks(first, today).anyMatch(look -> look.holds(grain.key(), start)))
              .as("%s %s of %s to %s", grain, start, first, today)
              .isTrue();
        }
      }
    }
  }

  private static Stream<TotalsLook> looks(LocalDate first, LocalDate today) {
    return today
        .datesUntil(today.plusDays(TotalsLook.TURNS))
        .map(
            day ->
                TotalsLook.of(
                    new DaySpan(first, day.plusDays(1)),
                    new DaySpan(day, day.plusDays(1)),
                    month -> TotalsLook.turn(month) == TotalsLook.turn(day)));
  }

  @Test
  void whatIsNotTouchedAndWhoseTurnItIsNotIsLeft() {
    TotalsLook look = TotalsLook.of(PERIOD, TOUCHED, YearMonth.of(2025, 2)::equals);

    assertThat(look.holds("day", LocalDate.of(2025, 1, 31))).isFalse();
    assertThat(look.holds("day", LocalDate.of(2025, 2, 1))).isTrue();
    assertThat(look.holds("day", LocalDate.of(2025, 3, 1))).isFalse();
    assertThat(look.holds("day", LocalDate.of(2026, 3, 1))).isTrue();
    assertThat(look.holds("day", END)).isFalse();
    assertThat(look.holds("week", LocalDate.of(2025, 2, 24))).isTrue();
    assertThat(look.holds("week", LocalDate.of(2026, 2, 23))).as("holds 1 March").isTrue();
    assertThat(look.holds("week", LocalDate.of(2026, 2, 16))).isFalse();
    assertThat(look.holds("quarter", LocalDate.of(2026, 1, 1))).isTrue();
    assertThat(look.holds("quarter", LocalDate.of(2025, 10, 1))).isFalse();
    assertThat(look.holds("year", LocalDate.of(2025, 1, 1))).isFalse();
    assertThat(look.holds("year", LocalDate.of(2026, 1, 1))).isTrue();
  }

  @Test
  void theConditionNamesTheSpans() {
    TotalsLook look = TotalsLook.of(PERIOD, TOUCHED, YearMonth.of(2024, 12)::equals);
    assertThat(look.days("day"))
        .isEqualTo(
            "day >= toDate('2026-03-01') AND day < toDate('2026-03-03')"
                + " OR day >= toDate('2024-12-31') AND day < toDate('2025-01-01')");
    assertThat(look.periods("period", "began"))
        .contains("(period = 'year' AND (began >= toDate('2026-01-01')")
        .contains("(period = 'week' AND (began >= toDate('2026-02-23')");
  }
}
