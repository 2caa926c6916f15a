package city.chengmai.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every event counts once, whatever is killed. The seed is in the log; {@code -Dledger.seed=N}
 * repeats it.
 */
class LedgerIT {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerIT.class);

  @Test
  void tablesEqualTheLedgerAfterTenKills(@TempDir Path directory) throws Exception {
    long seed = Long.getLong("ledger.seed", System.nanoTime() & 0xFFFFFF);
    int events = Integer.getInteger("ledger.events", 200_000);
    LedgerSize size = new LedgerSize(seed, events, Duration.ofSeconds(60), 3, 4, 3);
    String line = LedgerRun.run(size, directory);
    LOG.info("{}", line);
    assertThat(line).endsWith("equal");
  }
}
