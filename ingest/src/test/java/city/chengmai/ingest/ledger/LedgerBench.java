package city.chengmai.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many rounds of the ledger, each with a seed of its own, in one line each: {@code -Dbench=ledger},
 * {@code -Dledger.rounds=N}, {@code -Dledger.seed=N}, {@code -Dledger.events=N}.
 */
class LedgerBench {

  @Test
  void ledger(@TempDir Path directory) throws Exception {
    int rounds = Integer.getInteger("ledger.rounds", 30);
    long seed = Long.getLong("ledger.seed", System.nanoTime() & 0xFFFFFF);
    int events = Integer.getInteger("ledger.events", 200_000);
    for (int round = 0; round < rounds; round++) {
      LedgerSize size = new LedgerSize(seed + round, events, Duration.ofSeconds(60), 3, 4, 3);
      Path place = directory.resolve("round-" + round);
      String line = LedgerRun.run(size, place);
      System.out.println("round " + (round + 1) + " of " + rounds + ": " + line);
      assertThat(line).endsWith("equal");
    }
  }
}
