package city.chengmai.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.analytics.spark.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** In a process of its own: nobody gets back what was given away. */
class StandingBackTest {

  @Test
  void allThreadsAreAsNiceAsAsked() throws Exception {
    assertThat(said(19)).isEqualTo("19 19");
  }

  @Test
  void noneChangesNothing() throws Exception {
    int before = StandingBack.niceness();
    assertThat(said(0)).isEqualTo(before + " " + before);
    Store store = new Store("http://127.0.0.1:1", "chengmai", "chengmai_writer", "?");
    assertThat(store.standingBack(0)).isEqualTo(store);
    assertThat(store.endpoint().settings()).isEmpty();
  }

  private static String said(int by) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StandingBackMain.class.getName(),
                String.valueOf(by))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said.strip();
  }
}
