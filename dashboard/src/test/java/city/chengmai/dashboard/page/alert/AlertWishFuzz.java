package city.chengmai.dashboard.page.alert;

import city.chengmai.dashboard.http.BadParameterException;
import city.chengmai.testing.fuzz.FuzzTarget;
import io.vertx.core.MultiMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Conditions and cursors of the list of alerts, as a program writes them in an address. */
public final class AlertWishFuzz implements FuzzTarget {

  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  @Override
  public List<String> seeds() {
    return List.of(
        "view=all&limit=50&severity=alarm&standing=new&area=xq",
        "after=MTc4MDI3MjAwMDAwMC41MC5hYmNk&view=open",
        "after=OTk5OTk5OTk5OTk5OTkuOTk5OTk5OTk5LjA&limit=500",
        "limit=0",
        "view=%00&rule='--");
  }

  @Override
  public List<String> words() {
    return List.of(
        "view=", "limit=", "after=", "severity=", "standing=", "area=", "rule=", "&", "%");
  }

  @Override
  public void take(byte[] input) {
    MultiMap parameters = MultiMap.caseInsensitiveMultiMap();
    for (String pair : FuzzTarget.text(input).split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      parameters.add(name, decoded(equals < 0 ? "" : pair.substring(equals + 1)));
    }
    ask(parameters, Optional.empty());
    ask(parameters, Optional.of(Set.of("a")));
  }

  private static void ask(MultiMap parameters, Optional<Set<String>> held) {
    try {
      check(ListWish.of(parameters, held, NOW), held.isPresent());
    } catch (BadParameterException refused) {
      return;
    }
  }

  private static void check(ListWish wish, boolean held) {
    if (wish.limit() < 1 || wish.limit() > ListWish.MOST || wish.after().offset() < 0) {
      throw new IllegalStateException("asks for " + wish);
    }
    if (held && !wish.search().scoped()) {
      throw new IllegalStateException("is no longer held to an area: " + wish);
    }
    String written = wish.after().written(wish.search());
    if (!ListCursor.of(written, wish.search()).equals(Optional.of(wish.after()))) {
      throw new IllegalStateException("the cursor of " + wish + " is not read again");
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
