package city.chengmai.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsTableTest {

  @Test
  void readmeHasTheTableOfTheSettings() throws Exception {
    assertThat(Files.readString(Path.of("README.md")))
        .contains(Settings.markdown(DashboardSettings.all()));
  }
}
