package city.chengmai.ingest.gateway.open311;

import java.util.Optional;
import org.eclipse.jetty.server.Request;

/**
 * What a path below {@code /open311} asks for.
 *
 * @param resource discovery, services, requests or tokens; else something that is not here
 * @param id the one that is asked for, empty for all
 */
record ResourcePath(String resource, Optional<String> id) {

  private static final String VERSION = "/open311/v2/";
  private static final String ROOT = "/open311/";

  static ResourcePath of(Request request) {
    String path = Request.getPathInContext(request);
    for (Format format : Format.values()) {
      if (path.endsWith(format.suffix())) {
        path = path.substring(0, path.length() - format.suffix().length());
        break;
      }
    }
    boolean versioned = path.startsWith(VERSION);
    if (!versioned && !path.equals(ROOT + "discovery")) {
      return new ResourcePath("", Optional.empty());
    }
    String rest = path.substring(versioned ? VERSION.length() : ROOT.length());
    int slash = rest.indexOf('/');
    return slash < 0
        ? new ResourcePath(rest, Optional.empty())
        : new ResourcePath(
            rest.substring(0, slash),
            Optional.of(decoded(rest.substring(slash + 1))).filter(id -> !id.isBlank()));
  }

  // The server leaves these two encoded, since they would change the path's meaning.
  private static String decoded(String segment) {
    return segment.replaceAll("%2[Ff]", "/").replace("%25", "%");
  }
}
