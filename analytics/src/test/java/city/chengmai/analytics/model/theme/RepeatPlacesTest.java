package city.chengmai.analytics.model.theme;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.model.foresight.Told;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepeatPlacesTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate DAY = LocalDate.of(2025, 5, 5);

  private final List<Told> told = new ArrayList<>();

  /** In Shanghai the day of UTC changes at eight in the morning. */
  @Test
  void oneDayOfTheCityIsOneTime() {
    for (int day = 0; day < 3; day++) {
      tell(day, 7);
      tell(day, 9);
    }
    assertThat(places(4)).isEmpty();
    assertThat(places(3)).hasSize(1);
  }

  @Test
  void twoDaysOfTheCityAreTwoTimes() {
    tell(0, 23);
    tell(1, 1);
    assertThat(places(2)).hasSize(1);
  }

  @Test
  void whatCameWithinTheDaysBeforeCameAgain() {
    tell(0, 9);
    tell(31, 9);
    tell(61, 9);
    assertThat(new RepeatPlaces(told, 50, ZONE).again(30)).containsExactly("61-9");
  }

  private List<RepeatPlaces.Place> places(int fewestTimes) {
    return new RepeatPlaces(told, 50, ZONE).all(fewestTimes);
  }

  private void tell(int day, int hour) {
    LocalDateTime at = DAY.plusDays(day).atTime(hour, 0);
    told.add(
        new Told(
            day + "-" + hour,
            Told.Kind.CASE,
            "g1",
            "litter",
            at.atZone(ZONE).toInstant(),
            Optional.empty(),
            121,
            31,
            ""));
  }
}
