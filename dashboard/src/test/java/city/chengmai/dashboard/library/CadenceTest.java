package city.chengmai.dashboard.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.dashboard.library.Cadence.Kind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CadenceTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant MADE = Instant.parse("2026-03-20T04:02:00Z");

  private static Cadence of(Kind kind, int every, String at, DayOfWeek day) {
    return new Cadence(kind, every, LocalTime.parse(at), day);
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }

  @Test
  void minutesCountFromWhenTheScheduleWasMade() {
    Cadence cadence = of(Kind.MINUTES, 30, "00:00", DayOfWeek.MONDAY);
    assertThat(cadence.latest(MADE, MADE.minusSeconds(1), SHANGHAI)).isEmpty();
    assertThat(cadence.latest(MADE, MADE, SHANGHAI)).contains(MADE);
    assertThat(cadence.latest(MADE, at("2026-03-20T04:31:59Z"), SHANGHAI)).contains(MADE);
    assertThat(cadence.next(MADE, MADE, SHANGHAI)).isEqualTo(at("2026-03-20T04:32:00Z"));
  }

  @Test
  void ofWhatWasMissedTheLastCounts() {
    Cadence cadence = of(Kind.HOURS, 2, "00:00", DayOfWeek.MONDAY);
    assertThat(cadence.latest(MADE, at("2026-03-21T05:00:00Z"), SHANGHAI))
        .contains(at("2026-03-21T04:02:00Z"));
  }

  @Test
  void aDayIsADayOfTheCity() {
    Cadence cadence = of(Kind.DAILY, 1, "08:00", DayOfWeek.MONDAY);
    assertThat(cadence.latest(MADE, at("2026-03-20T23:59:00Z"), SHANGHAI)).isEmpty();
    assertThat(cadence.latest(MADE, at("2026-03-21T00:00:00Z"), SHANGHAI))
        .contains(at("2026-03-21T00:00:00Z"));
    assertThat(cadence.next(MADE, MADE, SHANGHAI)).isEqualTo(at("2026-03-21T00:00:00Z"));
    assertThat(cadence.next(MADE, at("2026-03-21T00:00:00Z"), SHANGHAI))
        .isEqualTo(at("2026-03-22T00:00:00Z"));
  }

  @Test
  void aWeekHasItsDay() {
    // The 20th of March 2026 is a Friday.
    Cadence friday = of(Kind.WEEKLY, 1, "13:00", DayOfWeek.FRIDAY);
    assertThat(friday.latest(MADE, at("2026-03-20T05:00:00Z"), SHANGHAI))
        .contains(at("2026-03-20T05:00:00Z"));
    assertThat(friday.latest(MADE, at("2026-03-27T04:59:00Z"), SHANGHAI))
        .contains(at("2026-03-20T05:00:00Z"));
    Cadence thursday = of(Kind.WEEKLY, 1, "13:00", DayOfWeek.THURSDAY);
    assertThat(thursday.latest(MADE, at("2026-03-26T04:59:00Z"), SHANGHAI)).isEmpty();
    assertThat(thursday.next(MADE, MADE, SHANGHAI)).isEqualTo(at("2026-03-26T05:00:00Z"));
  }

  @Test
  void aDayWithoutItsHourRunsAfterIt() {
    Cadence cadence = of(Kind.DAILY, 1, "02:30", DayOfWeek.MONDAY);
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Instant since = at("2026-03-28T12:00:00Z");
    assertThat(cadence.latest(since, at("2026-03-29T06:00:00Z"), berlin))
        .contains(at("2026-03-29T01:30:00Z"));
    assertThat(cadence.latest(since, at("2026-03-30T06:00:00Z"), berlin))
        .contains(at("2026-03-30T00:30:00Z"));
  }

  @Test
  void whatIsTooOftenIsRefused() {
    assertThatThrownBy(() -> of(Kind.MINUTES, 4, "00:00", DayOfWeek.MONDAY))
        .hasMessageContaining("every 4 minutes, expected 5 to 720");
    assertThatThrownBy(() -> of(Kind.HOURS, 721, "00:00", DayOfWeek.MONDAY))
        .hasMessageContaining("expected 1 to 720");
  }
}
