package city.chengmai.ingest.ledger;

import java.time.Duration;

/**
 * How large a ledger run is.
 *
 * @param seed of everything random in it
 * @param events different events
 * @param sending time over which they are sent, with their copies
 * @param ingestKills how often ingest is killed
 * @param engineKills how often ClickHouse is killed
 * @param brokerKills how often the broker is killed
 */
public record LedgerSize(
    long seed, int events, Duration sending, int ingestKills, int engineKills, int brokerKills) {

  int kills() {
    return ingestKills + engineKills + brokerKills;
  }
}
