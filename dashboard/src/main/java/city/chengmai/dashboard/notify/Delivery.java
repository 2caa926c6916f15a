package city.chengmai.dashboard.notify;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One message to one channel, as the log has it: a row of {@code alert_deliveries}.
 *
 * @param id derived from channel, alert, occasion and episode, so that a restart does not tell
 *     twice
 * @param pages alerts that it tells of, by what their pages are named by
 * @param attempt from 1
 * @param answer what the other side said last
 * @param nextAt when it is released, by the city's clock, or tried again, by the real one
 * @param createdAt by the city's clock
 * @param triedAt by the real clock
 */
public record Delivery(
    String id,
    String channel,
    String kind,
    Occasion occasion,
    List<String> pages,
    int attempt,
    State state,
    String answer,
    Optional<Instant> nextAt,
    Instant createdAt,
    Optional<Instant> triedAt) {

  /** How far it is (推送状态). */
  public enum State {
    /** Kept back: quiet time, digest, flapping. */
    HELD,
    /** To be sent. */
    WAITING,
    /** The other side has it. */
    DELIVERED,
    /** Tried too often. */
    GIVEN_UP;

    /** The name in tables and messages. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Copies. */
  public Delivery {
    pages = List.copyOf(pages);
  }

  /** The same after it came to an end without a try of its own. */
  Delivery ended(String how) {
    return with(State.DELIVERED, how, Optional.empty(), triedAt);
  }

  /** The same, kept back. */
  Delivery heldUntil(Instant end) {
    return with(State.HELD, answer, Optional.of(end), Optional.empty());
  }

  /** The same, to be sent now. */
  Delivery released(Instant real) {
    return with(State.WAITING, answer, Optional.of(real), triedAt);
  }

  /** The same after a try. */
  Delivery tried(State result, String said, Instant real) {
    return with(result, said, Optional.empty(), Optional.of(real));
  }

  /** The next try of the same message. */
  Delivery again(Instant at) {
    return new Delivery(
        id,
        channel,
        kind,
        occasion,
        pages,
        attempt + 1,
        State.WAITING,
        answer,
        Optional.of(at),
        createdAt,
        Optional.empty());
  }

  private Delivery with(
      State newState, String newAnswer, Optional<Instant> newNext, Optional<Instant> newTried) {
    return new Delivery(
        id, channel, kind, occasion, pages, attempt, newState, newAnswer, newNext, createdAt,
        newTried);
  }
}
