package city.chengmai.dashboard.page.alert;

import city.chengmai.dashboard.alert.Standing;
import city.chengmai.dashboard.http.BadParameterException;
import city.chengmai.dashboard.query.AlertQueries.Search;
import io.vertx.core.MultiMap;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a program asks of the list of alerts. What does not fit is refused, since whoever misspells
 * a condition would otherwise read other alerts than it meant.
 *
 * @param limit alerts in an answer at most
 * @param after where the answer begins
 */
record ListWish(Search search, int limit, ListCursor after) {

  /** Alerts in an answer unless it asks for more or fewer. */
  static final int USUAL = 50;

  /** Alerts in an answer at most. */
  static final int MOST = 500;

  private static final List<String> NAMES =
      List.of("view", "rule", "area", "severity", "standing", "limit", "after", "lang");
  private static final List<String> STANDINGS =
      Arrays.stream(Standing.values()).map(Standing::wireName).toList();

  /**
   * Reads it.
   *
   * @param held areas that the visitor is held to; empty: the city
   * @param now moment of a first page; later ones keep the moment of theirs
   * @throws BadParameterException for a name or a value that does not fit
   */
  static ListWish of(MultiMap parameters, Optional<Set<String>> held, Instant now) {
    for (String name : parameters.names()) {
      if (!NAMES.contains(name)) {
        throw new BadParameterException(name, text(parameters, name), String.join(", ", NAMES));
      }
    }
    Search open =
        new Search(
            oneOf(parameters, "view", AlertList.VIEWS).orElse(AlertList.VIEWS.get(0)),
            text(parameters, "rule"),
            text(parameters, "area"),
            oneOf(parameters, "severity", AlertList.SEVERITIES).orElse(""),
            oneOf(parameters, "standing", STANDINGS).orElse(""),
            List.of());
    Search search = held.map(open::within).orElse(open);
    return new ListWish(search, limit(parameters), after(parameters, search, now));
  }

  private static ListCursor after(MultiMap parameters, Search search, Instant now) {
    String given = text(parameters, "after");
    return given.isEmpty()
        ? ListCursor.first(now)
        : ListCursor.of(given, search)
            .orElseThrow(() -> new BadParameterException("after", given, "next"));
  }

  private static int limit(MultiMap parameters) {
    String given = text(parameters, "limit");
    if (given.isEmpty()) {
      return USUAL;
    }
    if (!given.matches("[1-9][0-9]{0,2}") || Integer.parseInt(given) > MOST) {
      throw new BadParameterException("limit", given, "1–" + MOST);
    }
    return Integer.parseInt(given);
  }

  private static Optional<String> oneOf(MultiMap parameters, String name, List<String> values) {
    String given = text(parameters, name);
    if (!given.isEmpty() && !values.contains(given)) {
      throw new BadParameterException(name, given, String.join(", ", values));
    }
    return Optional.of(given).filter(value -> !value.isEmpty());
  }

  private static String text(MultiMap parameters, String name) {
    return Optional.ofNullable(parameters.get(name)).orElse("").strip();
  }
}
