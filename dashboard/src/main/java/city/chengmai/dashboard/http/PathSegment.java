package city.chengmai.dashboard.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Ids of cases and grids come from the city's sources and may hold any character. */
public final class PathSegment {

  private PathSegment() {}

  /** The text as one segment of an address: blanks, slashes and percent signs encoded too. */
  public static String of(String text) {
    // A form's plus sign stands for itself in a path.
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
