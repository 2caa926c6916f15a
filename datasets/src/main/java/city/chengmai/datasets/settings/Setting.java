package city.chengmai.datasets.settings;

import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One line of truth for one setting: its key, default, type, range and meaning.
 *
 * @param key lower-case words, dots between module and noun, dashes within, for example {@code
 *     clickhouse.writer-password}
 * @param defaultText default as text; empty means none
 * @param parser turns the text into the value; throws {@link RuntimeException} when it cannot
 * @param check range check of the value
 * @param expected what the check accepts, for people
 * @param meaning what the setting does, one sentence
 * @param secret whether its value must never be printed
 * @param <T> type of the value
 */
public record Setting<T>(
    String key,
    String defaultText,
    Function<String, T> parser,
    Predicate<T> check,
    String expected,
    String meaning,
    boolean secret) {
  public Setting {
    Objects.requireNonNull(parser, "parser");
    Objects.requireNonNull(check, "check");
    Objects.requireNonNull(meaning, "meaning");
    if (!key.matches("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+")) {
      throw new IllegalArgumentException("key: expected module.noun-phrase, got " + key);
    }
  }

  /** Any text. */
  public static Setting<String> text(String key, String defaultText, String meaning) {
    return new Setting<>(key, defaultText, text -> text, text -> true, "text", meaning, false);
  }

  /** Text that is never printed; empty unless given. */
  public static Setting<String> secret(String key, String meaning) {
    return new Setting<>(key, "", text -> text, text -> true, "text", meaning, true);
  }

  /** A whole number in a closed range. */
  public static Setting<Integer> number(
      String key, int defaultValue, int smallest, int largest, String meaning) {
    return new Setting<>(
        key,
        Integer.toString(defaultValue),
        Integer::valueOf,
        value -> value >= smallest && value <= largest,
        "a whole number from " + smallest + " to " + largest,
        meaning,
        false);
  }

  /** True or false. */
  public static Setting<Boolean> flag(String key, boolean defaultValue, String meaning) {
    return new Setting<>(
        key,
        Boolean.toString(defaultValue),
        Setting::strict,
        value -> true,
        "true or false",
        meaning,
        false);
  }

  /** Any other type; the parser throws {@link RuntimeException} for a text it cannot read. */
  public static <T> Setting<T> parsed(
      String key, String defaultText, Function<String, T> parser, String expected, String meaning) {
    return new Setting<>(key, defaultText, parser, value -> true, expected, meaning, false);
  }

  /** Name of the environment variable, derived from the key: CLICKHOUSE_WRITER_PASSWORD. */
  public String environment() {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** Reads the value; a bad one is refused with the place it came from. */
  T read(String text, String origin) {
    try {
      T value = parser.apply(text);
      if (check.test(value)) {
        return value;
      }
      throw refusal(text, origin, null);
    } catch (StoreException refused) {
      throw refused;
    } catch (RuntimeException unreadable) {
      throw refusal(text, origin, unreadable);
    }
  }

  private StoreException refusal(String text, String origin, RuntimeException cause) {
    String seen = secret ? "a value that is not accepted" : "\"" + text + "\"";
    return new StoreException(
        ErrorCategory.BAD_CONFIGURATION,
        "setting "
            + key
            + " ("
            + origin
            + "): expected "
            + expected
            + ", got "
            + seen
            + Optional.ofNullable(cause).map(Throwable::getMessage).map(m -> ": " + m).orElse(""),
        cause);
  }

  private static Boolean strict(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    throw new IllegalArgumentException("neither true nor false");
  }
}
