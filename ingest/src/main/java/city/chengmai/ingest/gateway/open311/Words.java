package city.chengmai.ingest.gateway.open311;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Properties;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Sentences for people in one language. Thread-safe. */
final class Words {

  private static final Words CHINESE = new Words(Locale.CHINESE);
  private static final Words ENGLISH = new Words(Locale.ENGLISH);

  private final Locale language;
  private final Properties words = new Properties();

  private Words(Locale language) {
    this.language = language;
    String name = "words_" + language.getLanguage() + ".properties";
    try (Reader reader =
        new InputStreamReader(Words.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
  }

  /** In the language the client likes best of those that are here; Chinese when it says nothing. */
  static Words of(Request request) {
    String header = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
    try {
      Locale best =
          header == null
              ? null
              : Locale.lookup(LanguageRange.parse(header), List.of(Locale.CHINESE, Locale.ENGLISH));
      return Locale.ENGLISH.equals(best) ? ENGLISH : CHINESE;
    } catch (IllegalArgumentException e) {
      return CHINESE;
    }
  }

  String language() {
    return language.getLanguage();
  }

  boolean chinese() {
    return language.equals(Locale.CHINESE);
  }

  /** The sentence of this key; a stage without one has none. */
  String of(String key) {
    return words.getProperty(key, "");
  }
}
