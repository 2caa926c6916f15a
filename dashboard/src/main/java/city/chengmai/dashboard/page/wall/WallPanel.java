package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a panel of the wall shows. {@link #read} blocks; {@link #model} is pure, so equal data need
 * not be drawn again.
 *
 * @param <T> its data, a record that is equal when the picture is
 */
public interface WallPanel<T> {

  /** Name of its template below {@code wall/}, for example {@code trend}. */
  String id();

  /** Its heading, unless a board gives it another. */
  default String heading(CityModel city, Messages messages) {
    return messages.text("panel." + id());
  }

  /** How often it is read. */
  Pace pace();

  /** Reads its data. */
  T read(CityModel city, CityMoment moment);

  /** What its template shows. */
  Map<String, Object> model(T data, CityModel city, Figures figures);

  /** The time its figures are good up to, where that is not the moment they were read. */
  default Optional<Instant> productTime(T data) {
    return Optional.empty();
  }

  /**
   * How often it is read where it has a pace of its own: it is then read beside the rounds, one
   * such panel at a time, since it may take long.
   */
  default Optional<Duration> every() {
    return Optional.empty();
  }

  /** Whether the job behind its figures has not run yet: it is then read each round. */
  default boolean awaited(T data) {
    return false;
  }

  /** How often a panel is read. */
  enum Pace {
    /** Each round. */
    EVENT(1),
    /** Each twentieth round: what changes slowly or costs more. */
    SLOW(20);

    private final int rounds;

    Pace(int rounds) {
      this.rounds = rounds;
    }

    /** Rounds from one read to the next. */
    int rounds() {
      return rounds;
    }
  }
}
