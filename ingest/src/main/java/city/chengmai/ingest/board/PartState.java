package city.chengmai.ingest.board;

import city.chengmai.datasets.clickhouse.Health;
import java.time.Instant;

/**
 * How one part is, and since when.
 *
 * @param part name, for example {@code sink}
 * @param health how it is
 * @param since when it came into this state, machine time
 */
public record PartState(String part, Health health, Instant since) {}
