package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One panel of the wall. {@link #read} blocks; {@link #model} is pure, so equal data need not be
 * drawn again.
 *
 * @param <T> its data, a record that is equal when the picture is
 */
public interface WallPanel<T> {

  /** Part of addresses and of the template's name, for example {@code trend}. */
  String id();

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

  /** Whether the job behind its figures has not run yet: it is then read each round. */
  default boolean awaited(T data) {
    return false;
  }

  /** How often a panel is read. */
  enum Pace {
    /** Each round. */
    EVENT(1),
    /** Each tenth round: what changes slowly or costs more. */
    SLOW(10);

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
