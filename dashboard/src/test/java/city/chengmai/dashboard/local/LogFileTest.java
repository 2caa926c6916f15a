package city.chengmai.dashboard.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

  @TempDir private Path directory;

  @Test
  void aLogThatGrowsWhileItsServiceRunsKeepsOneOlderGeneration() throws Exception {
    Path file = directory.resolve("logs").resolve("ingest.log");
    try (LogFile log = LogFile.open(file, 20)) {
      for (int i = 0; i < 10; i++) {
        log.write("line number " + i);
      }
    }

    assertThat(Files.size(file)).isLessThan(60);
    assertThat(LogFile.lastLines(file, 1)).containsExactly("line number 9");
    assertThat(Files.readString(file.resolveSibling("ingest.log.1")))
        .contains("line number 7")
        .doesNotContain("line number 5");
  }
}
