package city.chengmai.datasets.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.calendar.ChineseHolidays;
import city.chengmai.datasets.calendar.UsFederalHolidays;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class CityHolidaysTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T02:00:00Z"));

  @Test
  void theCityOfTheStoreCountsWhateverIsConfigured() {
    CityHolidays holidays = new CityHolidays("demo", CLOCK);
    assertThat(holidays.apply("boston-311-2011")).isInstanceOf(UsFederalHolidays.class);
    assertThat(holidays.apply("demo")).isInstanceOf(ChineseHolidays.class);
  }

  @Test
  void aCityThatIsNeitherBundledNorConfiguredIsRefused() {
    assertThatThrownBy(() -> new CityHolidays("demo", CLOCK).apply("elsewhere"))
        .isInstanceOf(CityConfigurationException.class)
        .hasMessageContaining("the store holds the city \"elsewhere\"")
        .hasMessageContaining("city.name is \"demo\"");
  }
}
