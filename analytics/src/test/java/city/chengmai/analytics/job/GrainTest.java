package city.chengmai.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrainTest {

  @ParameterizedTest
  @EnumSource(Grain.class)
  void periodsFollowOneAnotherWithoutGapsAndHoldTheirDays(Grain grain) {
    LocalDate day = LocalDate.of(2023, 12, 20);
    while (day.isBefore(LocalDate.of(2026, 1, 10))) {
      int number = grain.number(day);
      assertThat(grain.start(number)).isBeforeOrEqualTo(day);
      assertThat(grain.start(number + 1)).isAfter(day);
      assertThat(grain.number(grain.start(number))).isEqualTo(number);
      day = day.plusDays(1);
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
