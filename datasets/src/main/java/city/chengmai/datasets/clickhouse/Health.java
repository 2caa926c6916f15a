package city.chengmai.datasets.clickhouse;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How a component is, as a value.
 *
 * @param state up, degraded (works, but somebody should look) or down
 * @param reason why, in English, for whoever reads logs; empty when up
 * @param code why, for programs and translations, for example {@code store-unavailable}; empty when
 *     nobody gave one
 * @param arguments what the code's sentence speaks of; moments in ISO 8601
 */
public record Health(State state, String reason, String code, List<String> arguments) {
  /** The three answers to "how are you". */
  public enum State {
    UP,
    DEGRADED,
    DOWN
  }

  /** Code of a component that is about its work for the first time: nobody need look yet. */
  public static final String FIRST_RUN = "first-run";

  private static final int LONGEST_LINE = 300;

  /** All well. */
  public static final Health UP = new Health(State.UP, "", "", List.of());

  /** Copies the arguments. */
  public Health {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(code, "code");
    arguments = List.copyOf(arguments);
  }

  /** Works, with a reason to look. */
  public static Health degraded(String reason) {
    return new Health(State.DEGRADED, reason, "", List.of());
  }

  /** Does not work, with the reason. */
  public static Health down(String reason) {
    return new Health(State.DOWN, reason, "", List.of());
  }

  /**
   * What a fault says, as a part of a reason: its first line, at most 300 characters of it.
   *
   * @param text null is a fault that says nothing
   */
  public static String line(String text) {
    String line = String.valueOf(text).strip().lines().findFirst().orElse("");
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
  }

  /** The same, with a code that pages have words for. */
  public Health because(String why, Object... about) {
    return new Health(state, reason, why, Stream.of(about).map(Object::toString).toList());
  }

  /** The same of a component that others can do without for a while. */
  public Health asDegraded() {
    return usable() ? this : new Health(State.DEGRADED, reason, code, arguments);
  }

  /** Whether somebody should look: not up, and not merely about its work for the first time. */
  public boolean disturbed() {
    return state != State.UP && !code.equals(FIRST_RUN);
  }

  /** Whether the component can be used. */
  public boolean usable() {
    return state != State.DOWN;
  }
}
