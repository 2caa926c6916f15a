package city.chengmai.datasets.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CityTimeTest {

  private static final Instant SET = Instant.parse("2025-03-01T00:00:00Z");
  private static final Instant DESCRIBED = Instant.parse("2020-01-01T05:00:00Z");

  @Test
  void theSettingBeatsWhatTheStoreSays() {
    CityTime time = time(Map.of("city.clock", "fixed:" + SET));
    assertThat(time.described("fixed:" + DESCRIBED).instant()).isEqualTo(SET);
  }

  @Test
  void withoutASettingTheStoreTells() {
    CityTime time = time(Map.of());
    assertThat(time.instant()).isAfter(SET);
    assertThat(time.described("fixed:" + DESCRIBED).instant()).isEqualTo(DESCRIBED);
    assertThat(time.described("").instant()).isEqualTo(DESCRIBED);
  }

  @Test
  void nonsenseIsRefused() {
    CityTime time = time(Map.of());
    assertThatThrownBy(() -> time.described("noon")).hasMessageContaining("noon");
  }

  private static CityTime time(Map<String, String> explicit) {
    return CityTime.of(new Settings(explicit, Map.of()));
  }
}
