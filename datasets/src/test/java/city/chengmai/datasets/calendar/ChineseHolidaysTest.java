package city.chengmai.datasets.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseHolidaysTest {

  private final ChineseHolidays calendar = new ChineseHolidays();

  @ParameterizedTest
  @CsvSource({
    // Around the Spring Festival of 2024: two Sundays of make-up work, eight days off.
    "2024-02-03, false, false",
    "2024-02-04, false, true",
    "2024-02-09, false, true",
    "2024-02-10, true,  false",
    "2024-02-17, true,  false",
    "2024-02-18, false, true",
    "2024-02-19, false, true",
    // Held by the file of the year after.
    "2018-12-29, false, true",
    "2018-12-31, true,  false",
    // First and last years, and years nobody has announced.
    "2007-01-01, true,  false",
    "2026-10-01, true,  false",
    "1999-10-01, false, true"
  })
  void knowsHolidaysAndMakeUpDays(LocalDate day, boolean holiday, boolean working) {
    assertThat(calendar.isHoliday(day)).isEqualTo(holiday);
    assertThat(calendar.isWorkingDay(day)).isEqualTo(working);
  }

  @Test
  void holdsEveryAnnouncedDay() {
    assertThat(calendar.announced()).hasSize(678);
  }

  @Test
  void saysWhichYearsItCovers() {
    assertThat(calendar.covers(Year.of(2006))).isFalse();
    assertThat(calendar.covers(Year.of(2007))).isTrue();
    assertThat(calendar.covers(Year.of(2026))).isTrue();
    assertThat(calendar.covers(Year.of(2027))).isFalse();
  }
}
