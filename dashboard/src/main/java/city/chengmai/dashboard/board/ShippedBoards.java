package city.chengmai.dashboard.board;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The boards that come with the product: shown until somebody publishes an edition of them. */
public final class ShippedBoards {

  /** The board of {@code /wall}. */
  public static final String DEFAULT = "city";

  /** The board that all walls show while it tells of an emergency. */
  public static final String EMERGENCY = "emergency";

  private static final Map<String, String> TEXTS = texts();

  private ShippedBoards() {}

  /** Texts by id, the default board first. */
  public static Map<String, String> all() {
    return TEXTS;
  }

  private static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String id : new String[] {DEFAULT, "duty", "special", EMERGENCY}) {
      texts.put(id, text(id + ".yaml"));
    }
    return Collections.unmodifiableMap(texts);
  }

  private static String text(String file) {
    try (InputStream in = ShippedBoards.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file + ": " + e.getMessage(), e);
    }
  }
}
