package city.chengmai.dashboard.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Every sentence of one language, from {@code i18n/messages_LANGUAGE.properties} (UTF-8, message
 * format). Immutable. A missing key is a defect and throws.
 */
public final class Messages {

  private static final Map<Language, Messages> ALL = load();

  private final Language language;
  private final Properties texts;

  private Messages(Language language, Properties texts) {
    this.language = language;
    this.texts = texts;
  }

  /** The messages of this language. */
  public static Messages of(Language language) {
    return ALL.get(language);
  }

  /** The language they are in. */
  public Language language() {
    return language;
  }

  /**
   * The text of a key with its arguments filled in.
   *
   * @param arguments for {@code {0}}, {@code {1}} …; numbers are best formatted by {@link Figures}
   * @throws IllegalArgumentException when no message has this key
   */
  public String text(String key, Object... arguments) {
    String pattern = texts.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no message " + key + " in " + language.bundleName());
    }
    return new MessageFormat(pattern, language.locale()).format(arguments);
  }

  /** The text of a key, or another text where the key is not ours, such as a feed's own word. */
  public String textOr(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  /** Whether there is a message of this key. */
  public boolean has(String key) {
    return texts.containsKey(key);
  }

  String pattern(String key) {
    return texts.getProperty(key);
  }

  Set<String> keys() {
    return texts.stringPropertyNames();
  }

  private static Map<Language, Messages> load() {
    Map<Language, Messages> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      all.put(language, new Messages(language, read(language)));
    }
    return all;
  }

  private static Properties read(Language language) {
    String resource = "/city/chengmai/dashboard/i18n/" + language.bundleName();
    Properties texts = new Properties();
    try (InputStream bytes = Messages.class.getResourceAsStream(resource);
        Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + resource, e);
    }
    return texts;
  }
}
