package city.chengmai.dashboard.notify;

import city.chengmai.dashboard.notify.Delivery.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the log says at a moment about what others were told.
 *
 * @param known the last attempt of each delivery, by its name
 * @param now by the city's clock
 * @param real by the real clock
 * @param speed how many seconds of the city pass in a real one
 */
record Told(Map<String, Delivery> known, Instant now, Instant real, double speed) {

  /** How the answer of a delivery begins that went out within another one, whose name follows. */
  static final String WITHIN = "in ";

  Optional<Delivery> find(String id) {
    return Optional.ofNullable(known.get(id));
  }

  /** Whether the other side has it, or will have it with a message that is under way. */
  boolean isTold(String id) {
    return find(id)
        .filter(one -> one.state() == State.DELIVERED && one.triedAt().isPresent())
        .isPresent();
  }

  /**
   * When, by the city's clock, the other side had it, or could not be reached after all tries;
   * empty while it has not.
   */
  Optional<Instant> at(String id) {
    return find(id)
        .map(this::carrier)
        .filter(one -> one.state() == State.DELIVERED || one.state() == State.GIVEN_UP)
        .flatMap(Delivery::triedAt)
        .map(this::inCity);
  }

  private Delivery carrier(Delivery delivery) {
    String answer = delivery.answer();
    if (delivery.state() != State.DELIVERED || !answer.startsWith(WITHIN)) {
      return delivery;
    }
    Delivery other = known.get(answer.substring(answer.lastIndexOf(' ') + 1));
    return other == null || other.equals(delivery) ? delivery : carrier(other);
  }

  private Instant inCity(Instant moment) {
    return now.minusMillis(Math.round(Duration.between(moment, real).toMillis() * speed));
  }
}
