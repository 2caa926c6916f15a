package city.chengmai.dashboard.page.desk;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a statement was refused or cut, as a message key with arguments and, where ClickHouse names
 * it, the line.
 *
 * @param key suffix of the message key {@code desk.refused.…}
 * @param argument what the sentence names: a right, a setting, a limit; empty when nothing
 * @param line line of a mistake, 0 when unknown
 * @param column column in that line, 0 when unknown
 * @param code ClickHouse's error code, 0 when the desk refused by itself
 * @param detail ClickHouse's own words, shortened
 */
record Refusal(String key, String argument, int line, int column, int code, String detail) {

  private static final int LONGEST_DETAIL = 600;
  private static final Pattern PLACE = Pattern.compile("\\(line (\\d+), col (\\d+)\\)");
  private static final Pattern POSITION = Pattern.compile("failed at position (\\d{1,7})");
  private static final Pattern GRANT =
      Pattern.compile("have the grant (.{1,200}? ON \\S+?)[.,]?(?: |$)");
  private static final Pattern WRITING =
      Pattern.compile("(?:INSERT|ALTER|DROP|TRUNCATE|CREATE|OPTIMIZE|RENAME)\\b.*");
  private static final Pattern SETTING =
      Pattern.compile("(?:[Ss]etting|modify) [`']?([a-z_0-9]+)[`']?");

  private static final Pattern PARAMETER =
      Pattern.compile("(?:[Ss]ubstitution|parameter) [`'{]?([A-Za-z_][A-Za-z_0-9]*)[`'}]?");

  private static final Pattern QUOTA =
      Pattern.compile("exceeded: ([a-z_]{1,40}) = [^/]{1,40}/([0-9]{1,18})");

  private static final Pattern STATUS = Pattern.compile("answered HTTP (\\d{3})");

  private static final Map<Integer, String> KEYS =
      Map.ofEntries(
          Map.entry(36, "setting"),
          Map.entry(46, "unknown"),
          Map.entry(47, "unknown"),
          Map.entry(60, "unknown"),
          Map.entry(62, "syntax"),
          Map.entry(81, "unknown"),
          Map.entry(115, "setting"),
          Map.entry(158, "rows-read"),
          Map.entry(159, "time"),
          Map.entry(160, "time"),
          Map.entry(164, "write"),
          Map.entry(201, "quota"),
          Map.entry(202, "crowded"),
          Map.entry(241, "memory"),
          Map.entry(307, "bytes-read"),
          Map.entry(394, "stopped"),
          Map.entry(396, "rows"),
          Map.entry(452, "setting"),
          Map.entry(456, "parameter"),
          Map.entry(457, "parameter"),
          Map.entry(497, "right"));

  /** A refusal the desk makes by itself. */
  static Refusal byDesk(String key, String argument) {
    return new Refusal(key, argument, 0, 0, 0, "");
  }

  /** The refusal behind a fault of ours; the id finds it in the log. */
  static Refusal ofDefect(Throwable fault, String id) {
    return byDesk(fault instanceof OutOfMemoryError ? "out-of-memory" : "defect", id);
  }

  /** The refusal behind a fault of the store. */
  static Refusal from(StoreException e) {
    if (e.clickHouseCode() == 0) {
      return withoutCode(e);
    }
    Refusal refusal = from(e.clickHouseCode(), e.getMessage());
    return e.category() == ErrorCategory.BAD_CONFIGURATION
        ? refusal.withKey("credentials")
        : refusal;
  }

  /** What stands between the desk and ClickHouse may answer too, with a status and no code. */
  private static Refusal withoutCode(StoreException e) {
    Optional<String> status = first(STATUS, e.getMessage());
    if (status.isPresent()) {
      return new Refusal("http", status.get(), 0, 0, 0, shortened(e.getMessage()));
    }
    if (e.category() == ErrorCategory.STORE_UNAVAILABLE) {
      return byDesk("away", "");
    }
    return e.getMessage().contains("leave out FORMAT")
        ? byDesk("format", "")
        : from(0, e.getMessage());
  }

  private Refusal withKey(String other) {
    return new Refusal(other, argument, line, column, code, detail);
  }

  /** The refusal behind a ClickHouse error. */
  static Refusal from(int code, String message) {
    String key = keyOf(code, message);
    Matcher place = PLACE.matcher(message);
    Matcher position = POSITION.matcher(message);
    int line = 0;
    int column = 0;
    if (place.find()) {
      line = Integer.parseInt(place.group(1));
      column = Integer.parseInt(place.group(2));
    } else if (position.find()) {
      // The server names no line where there is one only.
      line = 1;
      column = Integer.parseInt(position.group(1));
    }
    return new Refusal(key, argument(key, message), line, column, code, shortened(message));
  }

  private static String keyOf(int code, String message) {
    // Readonly mode answers both a write and a change of settings with 164.
    if (code == 164 && message.contains("setting")) {
      return "setting";
    }
    if (code == 497
        && first(GRANT, message).filter(g -> WRITING.matcher(g).matches()).isPresent()) {
      return "write";
    }
    return KEYS.getOrDefault(code, "other");
  }

  private static String argument(String key, String message) {
    if (key.equals("right")) {
      return first(GRANT, message).orElse("");
    }
    if (key.equals("parameter")) {
      return first(PARAMETER, message).orElse("");
    }
    if (key.equals("quota")) {
      Matcher limit = QUOTA.matcher(message);
      return limit.find() ? limit.group(1) + " " + limit.group(2) : "";
    }
    return key.equals("setting") ? first(SETTING, message).orElse("") : "";
  }

  private static Optional<String> first(Pattern pattern, String message) {
    Matcher matcher = pattern.matcher(message);
    return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }

  private static String shortened(String message) {
    String oneLine = message.replaceAll("\\s+", " ").strip();
    return oneLine.length() <= LONGEST_DETAIL
        ? oneLine
        : oneLine.substring(0, LONGEST_DETAIL) + "…";
  }
}
