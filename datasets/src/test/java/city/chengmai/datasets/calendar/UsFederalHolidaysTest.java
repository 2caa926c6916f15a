package city.chengmai.datasets.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsFederalHolidaysTest {

  private final HolidayCalendar calendar = HolidayCalendars.named("us-federal");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2011-01-17", "2011-02-21", "2011-05-30", "2011-07-04", "2011-09-05", "2011-10-10",
        "2011-11-11", "2011-11-24", "2011-12-26", "2010-12-31", "2021-06-18", "2020-07-03"
      })
  void daysOffAreNotWorkingDays(LocalDate day) {
    assertThat(calendar.isHoliday(day)).isTrue();
    assertThat(calendar.isWorkingDay(day)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2011-07-05", "2011-06-20", "2011-11-25", "2020-06-19", "2011-12-27"})
  void otherWeekdaysAreWorkingDays(LocalDate day) {
    assertThat(calendar.isHoliday(day)).isFalse();
    assertThat(calendar.isWorkingDay(day)).isTrue();
  }

  @Test
  void aWeekendIsNeitherHolidayNorWorkingDay() {
    LocalDate saturday = LocalDate.of(2011, 7, 9);

    assertThat(calendar.isHoliday(saturday)).isFalse();
    assertThat(calendar.isWorkingDay(saturday)).isFalse();
  }

  @Test
  void noHolidaysKnowsWeekendsOnly() {
    HolidayCalendar none = HolidayCalendars.named("none");

    assertThat(none.isWorkingDay(LocalDate.of(2011, 7, 4))).isTrue();
    assertThat(none.isWorkingDay(LocalDate.of(2011, 7, 9))).isFalse();
    assertThat(none.isHoliday(LocalDate.of(2011, 7, 4))).isFalse();
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> HolidayCalendars.named("mars"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mars")
        .hasMessageContaining("us-federal");
  }
}
