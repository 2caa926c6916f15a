package city.chengmai.dashboard.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses of our files with a hash of their content, so that browsers may keep them for ever. */
final class AssetVersion {

  private final Map<String, String> names = new ConcurrentHashMap<>();

  /** For example {@code /assets/house.css?v=0123456789abcdef}. */
  String address(String file) {
    return "/assets/" + file + "?v=" + names.computeIfAbsent(file, AssetVersion::name);
  }

  private static String name(String file) {
    byte[] content =
        AssetSource.read(file)
            .orElseThrow(
                () -> new IllegalArgumentException("no file " + file + " among the assets"));
    return ContentName.of(content);
  }
}
