package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrainTest {

  private static final LocalDate FIRST = LocalDate.of(2023, 12, 20);
  private static final LocalDate END = LocalDate.of(2026, 1, 10);

  @ParameterizedTest
  @EnumSource(Grain.class)
  void everyWindowEndsAfterItBegins_d5(Grain grain) {
    for (LocalDate day = FIRST; day.isBefore(END); day = day.plusDays(1)) {
      Windows windows = new Windows(grain, grain.number(day), grain.number(day) + 1, FIRST, END);
      for (int span : grain.spans()) {
        assertThat(windows.days(windows.first(), span)).isPositive();
        assertThat(grain.start(windows.first() - span + 1)).isBefore(grain.start(windows.end()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Grain.class)
  void periodsFollowOneAnotherWithoutGapsAndHoldTheirDays(Grain grain) {
    for (LocalDate day = FIRST; day.isBefore(END); day = day.plusDays(1)) {
      int number = grain.number(day);
      assertThat(grain.start(number)).isBeforeOrEqualTo(day);
      assertThat(grain.start(number + 1)).isAfter(day);
      assertThat(grain.number(grain.start(number))).isEqualTo(number);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "WEEK")
  void weeksBeginOnMonday(Grain week) {
    LocalDate monday = week.start(week.number(LocalDate.of(2025, 3, 2)));

    assertThat(monday).isEqualTo(LocalDate.of(2025, 2, 24));
    assertThat(monday.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
  }
}
