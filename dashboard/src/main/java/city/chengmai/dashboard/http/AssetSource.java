package city.chengmai.dashboard.http;

import city.chengmai.dashboard.chart.HouseTheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the bytes of an asset come from: files of the class path, and colours from the theme. */
final class AssetSource {

  private static final String ROOT = "/city/chengmai/dashboard/";

  private AssetSource() {}

  /** The content of a file named relative to {@code /assets/}; empty when there is none. */
  static Optional<byte[]> read(String file) {
    return switch (file) {
      case "colours-desk.css" -> Optional.of(colours(HouseTheme.DESK));
      case "colours-wall.css" -> Optional.of(colours(HouseTheme.WALL));
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

  private static Optional<byte[]> classPath(String resource) {
    try (InputStream in = AssetSource.class.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + resource, e);
    }
  }
}
