package city.chengmai.dashboard.health;

import static java.util.Objects.requireNonNull;

import city.chengmai.datasets.clickhouse.Health;
import java.util.Map;

/**
 * How a part says it is.
 *
 * @param figures what is counted of it by name, for example {@code free}
 */
public record Told(Health health, Map<String, Long> figures) {

  /** Copies the figures. */
  public Told {
    requireNonNull(health, "health");
    figures = Map.copyOf(figures);
  }

  /** Health of which nothing is counted. */
  public static Told of(Health health) {
    return new Told(health, Map.of());
  }
}
