package city.chengmai.dashboard.page.explore;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses of a page with other choices. */
final class Address {

  private Address() {}

  /** A path with these parameters; those without a value are left out. */
  static String of(String path, Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .filter(one -> !one.getValue().isEmpty())
            .map(one -> pair(one.getKey(), one.getValue()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** One parameter, also without a value. */
  static String pair(String name, String value) {
    return encoded(name) + "=" + encoded(value);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
