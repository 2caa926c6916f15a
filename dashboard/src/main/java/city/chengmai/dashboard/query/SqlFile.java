package city.chengmai.dashboard.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SQL files of this package, read once. A line {@code -- include NAME} stands for a file. */
final class SqlFile {

  private static final Pattern INCLUDE = Pattern.compile("(?m)^-- include ([a-z-]+)$");

  private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

  private SqlFile() {}

  static String read(String name) {
    return TEXTS.computeIfAbsent(name, SqlFile::complete);
  }

  private static String complete(String name) {
    return INCLUDE
        .matcher(load(name))
        .replaceAll(found -> Matcher.quoteReplacement(load(found.group(1))));
  }

  private static String load(String name) {
    String resource = name + ".sql";
    try (InputStream in = SqlFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no query file " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("could not read query file " + resource, e);
    }
  }
}
