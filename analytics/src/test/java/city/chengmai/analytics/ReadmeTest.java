package city.chengmai.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.datasets.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  private static final String BEGIN = "<!-- settings:begin -->\n";
  private static final String END = "<!-- settings:end -->";

  @Test
  void settingsTableIsTheOneOfTheCode() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String table = readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END));

    assertThat(table).isEqualTo(Settings.markdown(AnalyticsSettings.own()));
  }
}
