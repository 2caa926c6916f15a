package city.chengmai.datasets.health;

import static java.util.Objects.requireNonNull;

import city.chengmai.datasets.clickhouse.Health;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one part of a service is, and since when.
 *
 * @param part name, for example {@code sink}
 * @param health how it is
 * @param since when it came into this state, machine time
 * @param figures what is counted of it by name, for example {@code behind}: records that wait
 */
public record PartState(String part, Health health, Instant since, Map<String, Long> figures) {

  /** Copies the figures. */
  public PartState {
    requireNonNull(part, "part");
    requireNonNull(health, "health");
    requireNonNull(since, "since");
    figures = Map.copyOf(figures);
  }

  /** A part of which nothing is counted. */
  public PartState(String part, Health health, Instant since) {
    this(part, health, since, Map.of());
  }

  /** The same with one more figure. */
  public PartState with(String figure, long value) {
    Map<String, Long> more = new TreeMap<>(figures);
    more.put(figure, value);
    return new PartState(part, health, since, more);
  }
}
