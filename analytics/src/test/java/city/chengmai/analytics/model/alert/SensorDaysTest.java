package city.chengmai.analytics.model.alert;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.model.alert.SensorDays.Reading;
import city.chengmai.analytics.model.alert.SensorDays.UnusualDay;
import city.chengmai.datasets.rule.AlertRules;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SensorDaysTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
  private static final int DAYS = 110;
  private static final int LOUD = 75;
  private static final SensorPlan PLAN = SensorPlan.of(AlertRules.bundled().rule("A16"));

  /** Four readings an hour, louder by day; on one night as loud as by day. */
  private static List<Reading> readings(int days) {
    Random random = new Random(9);
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < days * 96; i++) {
      LocalDateTime at = FIRST.atStartOfDay().plusMinutes(15L * i);
      boolean work = at.getHour() >= 7 && at.getHour() < 18;
      boolean loud = at.toLocalDate().equals(FIRST.plusDays(LOUD)) && at.getHour() >= 22;
      readings.add(new Reading(at, 45 + (work || loud ? 18 : 0) + 2 * random.nextGaussian()));
    }
    return readings;
  }

  private static List<UnusualDay> unusual(List<Reading> readings, int from, int to) {
    return new SensorDays(PLAN).of(readings, FIRST.plusDays(from), FIRST.plusDays(to));
  }

  @Test
  void noiseAtNightIsFoundWithWhatIsUsualThen() {
    List<UnusualDay> days = unusual(readings(DAYS), 0, DAYS);
    assertThat(days)
        .anySatisfy(
            day -> {
              assertThat(day.day()).isEqualTo(FIRST.plusDays(LOUD));
              assertThat(day.at().getHour()).isGreaterThanOrEqualTo(22);
              assertThat(day.value()).isGreaterThan(55);
              assertThat(day.usual()).isBetween(44.0, 46.0);
            });
    assertThat(days).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void runsOfFewDaysTellTheSameAndLaterReadingsChangeNothing() {
    List<UnusualDay> whole = unusual(readings(DAYS), 0, DAYS);
    List<UnusualDay> parts = new ArrayList<>();
    for (int from = 0; from < DAYS; from += 9) {
      int to = Math.min(DAYS, from + 9);
      LocalDate needed = SensorDays.neededFrom(FIRST.plusDays(from), PLAN);
      List<Reading> read =
          readings(to).stream()
              .filter(reading -> !reading.at().toLocalDate().isBefore(needed))
              .toList();
      parts.addAll(unusual(read, from, to));
    }
    assertThat(parts).isEqualTo(whole).isNotEmpty();
  }

  @Test
  void aDeviceOfFewReadingsIsJudgedAlikeByEveryRun() {
    List<Reading> seldom = new ArrayList<>();
    List<Reading> often = readings(DAYS);
    for (int i = 0; i < often.size(); i += 24) {
      Reading reading = often.get(i);
      boolean odd = reading.at().getDayOfMonth() % 5 == 0;
      seldom.add(new Reading(reading.at(), odd ? 400 : reading.value()));
    }
    List<UnusualDay> parts = new ArrayList<>();
    for (int from = 0; from < DAYS; from++) {
      LocalDate needed = SensorDays.neededFrom(FIRST.plusDays(from), PLAN);
      parts.addAll(
          unusual(
              seldom.stream()
                  .filter(reading -> !reading.at().toLocalDate().isBefore(needed))
                  .toList(),
              from,
              from + 1));
    }
    assertThat(parts).isEqualTo(unusual(seldom, 0, DAYS));
  }

  @Test
  void youngDeviceIsNotJudged() {
    assertThat(unusual(readings(DAYS), 0, PLAN.learningDays())).isEmpty();
  }
}
