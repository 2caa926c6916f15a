package city.chengmai.datasets.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingClockTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant NEW_YEAR = at("2024-01-01T00:00");

  private final WorkingClock clock = new WorkingClock(new ChineseHolidays(), SHANGHAI);

  @ParameterizedTest
  @CsvSource({
    // Friday 9 February 2024 works, then eight days off, then a Sunday of make-up work.
    "2024-02-09T15:00, PT2H,    2024-02-09T17:00",
    "2024-02-09T15:00, PT2H30M, 2024-02-09T17:30",
    "2024-02-09T15:00, PT3H,    2024-02-18T09:30",
    "2024-02-09T20:00, PT1H,    2024-02-18T10:00",
    "2024-02-12T12:00, PT1H,    2024-02-18T10:00",
    "2024-02-19T08:00, PT1H,    2024-02-19T10:00",
    // A Saturday off, then a Sunday of make-up work.
    "2024-02-03T12:00, PT1H,    2024-02-04T10:00",
    "2024-02-03T12:00, PT0S,    2024-02-03T12:00"
  })
  void addsWorkingTime(LocalDateTime start, Duration amount, LocalDateTime end) {
    assertThat(clock.plus(instant(start), amount)).isEqualTo(instant(end));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-08T10:00, 1, 2024-02-09T10:00",
    "2024-02-09T10:00, 1, 2024-02-18T10:00",
    "2024-02-09T10:00, 3, 2024-02-20T10:00",
    "2024-02-10T10:00, 1, 2024-02-18T17:30",
    "2024-02-08T18:00, 2, 2024-02-18T17:30"
  })
  void addsWorkingDays(LocalDateTime start, int days, LocalDateTime end) {
    assertThat(clock.plusDays(instant(start), days)).isEqualTo(instant(end));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-09T17:00, 2024-02-18T09:30, PT1H",
    "2024-02-10T00:00, 2024-02-18T00:00, PT0S",
    "2024-02-19T08:00, 2024-02-19T20:00, PT8H30M",
    "2024-02-19T12:00, 2024-02-19T12:00, PT0S",
    "2024-02-19T14:00, 2024-02-19T12:00, PT0S"
  })
  void countsWorkingTimeBetween(LocalDateTime start, LocalDateTime end, Duration expected) {
    assertThat(clock.between(instant(start), instant(end))).isEqualTo(expected);
  }

  @Test
  void officeHoursAreHalfOpen() {
    assertThat(clock.isWorking(at("2024-02-19T08:59"))).isFalse();
    assertThat(clock.isWorking(at("2024-02-19T09:00"))).isTrue();
    assertThat(clock.isWorking(at("2024-02-19T17:30"))).isFalse();
    assertThat(clock.isWorking(at("2024-02-12T10:00"))).isFalse();
  }

  @Test
  void clocksGoingForwardLeaveTheOfficeDayWhole() {
    ZoneId boston = ZoneId.of("America/New_York");
    WorkingClock nights =
        new WorkingClock(
            new NoHolidays(), boston, new OfficeHours(LocalTime.of(9, 0), LocalTime.of(17, 0)));
    Instant friday = LocalDateTime.parse("2012-03-09T16:00").atZone(boston).toInstant();
    Instant monday = LocalDateTime.parse("2012-03-12T10:00").atZone(boston).toInstant();

    assertThat(nights.plus(friday, Duration.ofHours(2))).isEqualTo(monday);
  }

  @Test
  void negativeAmountsAndEmptyHoursAreRefused() {
    assertThatThrownBy(() -> clock.plus(NEW_YEAR, Duration.ofMinutes(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new OfficeHours(LocalTime.NOON, LocalTime.NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void whatIsAddedIsCounted(
      @ForAll @IntRange(max = 500_000) int startMinute,
      @ForAll @IntRange(max = 20_000) int minutes) {
    Instant start = NEW_YEAR.plus(Duration.ofMinutes(startMinute));
    Duration amount = Duration.ofMinutes(minutes);

    assertThat(clock.between(start, clock.plus(start, amount))).isEqualTo(amount);
  }

  @Property
  void addingInTwoStepsIsAddingAtOnce(
      @ForAll @IntRange(max = 500_000) int startMinute,
      @ForAll @IntRange(max = 5_000) int first,
      @ForAll @IntRange(max = 5_000) int second) {
    Instant start = NEW_YEAR.plus(Duration.ofMinutes(startMinute));
    Instant stepwise =
        clock.plus(clock.plus(start, Duration.ofMinutes(first)), Duration.ofMinutes(second));

    assertThat(stepwise).isEqualTo(clock.plus(start, Duration.ofMinutes(first + second)));
  }

  private static Instant at(String local) {
    return instant(LocalDateTime.parse(local));
  }

  private static Instant instant(LocalDateTime local) {
    return local.atZone(SHANGHAI).toInstant();
  }
}
