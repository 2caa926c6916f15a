package city.chengmai.datasets.clickhouse;

import java.util.Objects;

/**
 * How a component is, as a value.
 *
 * @param state up, degraded (works, but somebody should look) or down
 * @param reason why, for people; empty when up
 */
public record Health(State state, String reason) {
  /** The three answers to "how are you". */
  public enum State {
    UP,
    DEGRADED,
    DOWN
  }

  /** All well. */
  public static final Health UP = new Health(State.UP, "");

  public Health {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(reason, "reason");
  }

  /** Works, with a reason to look. */
  public static Health degraded(String reason) {
    return new Health(State.DEGRADED, reason);
  }

  /** Does not work, with the reason. */
  public static Health down(String reason) {
    return new Health(State.DOWN, reason);
  }

  /** Whether the component can be used. */
  public boolean usable() {
    return state != State.DOWN;
  }
}
