package city.chengmai.datasets.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void readmeHasTheTables() throws IOException {
    assertThat(Files.readString(Path.of("README.md")))
        .contains("<!-- tables -->\n" + Table.markdown() + "<!-- /tables -->");
  }
}
