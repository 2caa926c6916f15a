package city.chengmai.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Log lines of a real process, as the environment asks for them. */
class LogFormatIT {

  @Test
  void aLineIsOneObject() throws Exception {
    List<String> lines = lines("json");
    assertThat(lines).hasSize(1);
    JsonNode line = new JsonMapper().readTree(lines.get(0));
    assertThat(line.path("level").asText()).isEqualTo("WARN");
    assertThat(line.path("loggerName").asText()).endsWith("LogLineMain");
    assertThat(line.path("formattedMessage").asText()).isEqualTo("said \"hello\"\nin two lines");
    assertThat(line.path("throwable").asText()).contains("IllegalStateException: broken");
    assertThat(line.path("timestamp").asLong()).isPositive();
  }

  @Test
  void anythingElseIsPlainText() throws Exception {
    for (String format : List.of("", "JSON?")) {
      assertThat(lines(format).get(0)).contains(" WARN ").endsWith("said \"hello\"");
    }
  }

  private static List<String> lines(String format) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            LogLineMain.class.getName());
    builder.environment().put("LOG_FORMAT", format);
    builder.redirectErrorStream(true);
    Process process = builder.start();
    List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertThat(process.waitFor()).isZero();
    return lines;
  }
}
