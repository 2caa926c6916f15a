package city.chengmai.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two million events with ClickHouse stopped for two minutes: {@code -Dbench=outage}, {@code
 * -Doutage.events=N}, {@code -Doutage.seconds=N}.
 */
class OutageBench {

  @Test
  void outage(@TempDir Path directory) throws Exception {
    int events = Integer.getInteger("outage.events", 2_000_000);
    int seconds = Integer.getInteger("outage.seconds", 120);
    String line = OutageRun.run(events, Duration.ofSeconds(seconds), directory);
    System.out.println(line);
    assertThat(line).endsWith("nothing lost");
  }
}
