package city.chengmai.dashboard.http;

import city.chengmai.dashboard.i18n.Language;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The Pebble templates below {@code templates/}. Everything is escaped unless a template says raw;
 * a name that the model lacks is an error. Thread-safe.
 */
final class Templates {

  private final AssetVersion assets = new AssetVersion();
  private final PebbleEngine engine;

  Templates() {
    ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
    loader.setPrefix("city/chengmai/dashboard/templates");
    loader.setSuffix(".html");
    loader.setCharset("UTF-8");
    this.engine =
        new PebbleEngine.Builder()
            .loader(loader)
            .strictVariables(true)
            .autoEscaping(true)
            .newLineTrimming(true)
            .extension(new HouseExtension(assets))
            .build();
  }

  /** A name made from the wall's own files. */
  String version() {
    return ContentName.of(
        assets.address("wall.js") + assets.address("wall.css") + assets.address("wall-shares.css"));
  }

  String render(String name, Language language, Map<String, Object> model) {
    StringWriter out = new StringWriter();
    try {
      engine.getTemplate(name).evaluate(out, model, language.locale());
    } catch (IOException e) {
      throw new UncheckedIOException("could not render " + name, e);
    }
    return out.toString();
  }
}
