package city.chengmai.dashboard.page.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.chengmai.dashboard.query.AlertQueries.Search;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Where an answer begins. All pages of one list are of the moment of the first, so that an alert
 * that is raised meanwhile moves none to another page.
 *
 * @param at that moment
 * @param offset alerts before the answer
 */
record ListCursor(Instant at, int offset) {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,14})\\.(\\d{1,9})\\.([0-9a-f]+)");

  /** The beginning of a list. */
  static ListCursor first(Instant now) {
    return new ListCursor(now.truncatedTo(ChronoUnit.MILLIS), 0);
  }

  /** What {@link #written} gave for the same search; empty for anything else. */
  static Optional<ListCursor> of(String text, Search search) {
    Matcher parts = WRITTEN.matcher(decoded(text));
    return parts.matches() && parts.group(3).equals(mark(search))
        ? Optional.of(
            new ListCursor(
                Instant.ofEpochMilli(Long.parseLong(parts.group(1))),
                Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }

  /** The cursor as a program sends it back; it need not know what is in it. */
  String written(Search search) {
    String plain = at.toEpochMilli() + "." + offset + "." + mark(search);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }

  ListCursor plus(int alerts) {
    return new ListCursor(at, offset + alerts);
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), UTF_8);
    } catch (IllegalArgumentException notOurs) {
      return "";
    }
  }

  /** A cursor of one search is of no use to another. */
  private static String mark(Search search) {
    String all =
        String.join(
            "\n",
            search.view(),
            search.rule(),
            search.area(),
            search.severity(),
            search.standing(),
            search.scoped() ? String.join(",", search.held().stream().sorted().toList()) : "*");
    CRC32 sum = new CRC32();
    sum.update(all.getBytes(UTF_8));
    return Long.toHexString(sum.getValue());
  }
}
