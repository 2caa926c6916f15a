package city.chengmai.datasets.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.datasets.clickhouse.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private static final Setting<Integer> PORT =
      Setting.number("dashboard.port", 7400, 1, 65_535, "port of the pages");

  @TempDir Path directory;

  @Test
  void explicitGoesBeforeEnvironmentBeforeDefault() {
    Map<String, String> environment = Map.of("DASHBOARD_PORT", "2");
    assertThat(new Settings(Map.of("dashboard.port", "1"), environment).get(PORT)).isEqualTo(1);
    assertThat(new Settings(Map.of(), environment).get(PORT)).isEqualTo(2);
    assertThat(Settings.of(Map.of()).get(PORT)).isEqualTo(7400);
  }

  @Test
  void fileHoldsTheValue() throws IOException {
    Path file = Files.writeString(directory.resolve("password"), "secret\n");
    Settings settings =
        new Settings(Map.of(), Map.of("CLICKHOUSE_WRITER_PASSWORD_FILE", file.toString()));
    assertThat(settings.get(SharedSettings.CLICKHOUSE_WRITER_PASSWORD)).isEqualTo("secret");
  }

  @Test
  void badValueNamesKeyOriginSeenAndExpected() {
    Settings settings = new Settings(Map.of(), Map.of("DASHBOARD_PORT", "70000"));
    assertThatThrownBy(() -> settings.get(PORT))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("dashboard.port")
        .hasMessageContaining("DASHBOARD_PORT")
        .hasMessageContaining("\"70000\"")
        .hasMessageContaining("from 1 to 65535");
  }

  @Test
  void misspelledKeyIsRefused() {
    assertThatThrownBy(
            () -> Settings.of(Map.of("city.nam", "x")).requireKnown(SharedSettings.all()))
        .hasMessageContaining("city.nam")
        .hasMessageContaining("city.name");
  }

  @Test
  void everyDefaultIsAccepted() {
    Settings none = Settings.of(Map.of());
    assertThat(SharedSettings.all())
        .allSatisfy(setting -> assertThat(none.get(setting)).isNotNull());
  }

  @Test
  void readmeHasTheTable() throws IOException {
    assertThat(Files.readString(Path.of("README.md")))
        .contains(
            "<!-- settings -->\n" + Settings.markdown(SharedSettings.all()) + "<!-- /settings -->");
  }
}
