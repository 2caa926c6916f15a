package city.chengmai.dashboard.http;

import city.chengmai.dashboard.chart.HouseTheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the bytes of an asset come from: files of the class path, and colours from the theme, and
 * shares.
 */
final class AssetSource {

  private static final int MOST_SHARE = 100;
  private static final String ROOT = "/city/chengmai/dashboard/";

  private AssetSource() {}

  /** The content of a file named relative to {@code /assets/}; empty when there is none. */
  static Optional<byte[]> read(String file) {
    return switch (file) {
      case "colours-desk.css" -> Optional.of(colours(HouseTheme.DESK));
      case "colours-wall.css" -> Optional.of(colours(HouseTheme.WALL));
      case "wall-shares.css" -> Optional.of(shares());
      default -> classPath(ROOT + (file.startsWith("font/") ? file : "assets/" + file));
    };
  }

  private static byte[] colours(HouseTheme theme) {
    String properties =
        theme.customProperties().entrySet().stream()
            .map(entry -> "  " + entry.getKey() + ": " + entry.getValue() + ";\n")
            .collect(Collectors.joining());
    return (":root {\n" + properties + "}\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Shares of a board's columns and panels as classes, since no style may stand in a page: {@code
   * w-} of the width, {@code x-} the same on screens wider than 21:9, {@code h-} of the height.
   */
  private static byte[] shares() {
    StringBuilder css = new StringBuilder(".column.w-0 { display: none; }\n");
    for (int share = 1; share <= MOST_SHARE; share++) {
      css.append(
          ".column.w-%d, .column > .panel.h-%d { flex-grow: %d; }\n"
              .formatted(share, share, share));
    }
    css.append("@media (min-aspect-ratio: 14/5) {\n.column.x-0 { display: none; }\n");
    for (int share = 1; share <= MOST_SHARE; share++) {
      css.append(".column.x-%d { display: flex; flex-grow: %d; }\n".formatted(share, share));
    }
    return css.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<byte[]> classPath(String resource) {
    try (InputStream in = AssetSource.class.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + resource, e);
    }
  }
}
