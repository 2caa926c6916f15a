package city.chengmai.datasets.health;

import city.chengmai.datasets.clickhouse.Health;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers since when each part is as it is. Another reason is the same state, but a disturbance
 * that follows on a first run begins with itself. Thread-safe.
 */
public final class StateMemory {

  private final Map<String, PartState> states = new LinkedHashMap<>();

  /**
   * Takes in how a part is now.
   *
   * @param now machine time
   * @return the part with the moment at which it came into this state
   */
  public PartState observe(String part, Health health, Instant now) {
    return observe(part, health, Map.of(), now);
  }

  /**
   * Takes in how a part is now.
   *
   * @param figures what is counted of it by name
   * @param now machine time
   * @return the part with the moment at which it came into this state
   */
  public synchronized PartState observe(
      String part, Health health, Map<String, Long> figures, Instant now) {
    PartState before = states.get(part);
    boolean same = before != null && isSame(before.health(), health);
    PartState after = new PartState(part, health, same ? before.since() : now, figures);
    states.put(part, after);
    return after;
  }

  private static boolean isSame(Health before, Health now) {
    return before.state() == now.state() && before.disturbed() == now.disturbed();
  }

  /** All parts as last observed, in the order in which they were first. */
  public synchronized List<PartState> states() {
    return new ArrayList<>(states.values());
  }
}
