package city.chengmai.ingest.gateway.open311;

import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** In which form a client wants its answer. */
enum Format {
  /** The form that every server has. */
  XML("text/xml; charset=utf-8"),
  /** The form that most clients want. */
  JSON("application/json; charset=utf-8");

  private final String contentType;

  Format(String contentType) {
    this.contentType = contentType;
  }

  String contentType() {
    return contentType;
  }

  String suffix() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /** By the end of the path, else by what the client accepts, else XML. */
  static Format of(Request request) {
    String path = Request.getPathInContext(request);
    for (Format format : values()) {
      if (path.endsWith(format.suffix())) {
        return format;
      }
    }
    String accepted = request.getHeaders().get(HttpHeader.ACCEPT);
    return accepted != null && accepted.contains("application/json") ? JSON : XML;
  }
}
