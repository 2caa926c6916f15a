package city.chengmai.ingest.gateway.event;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.ingest.gateway.http.RequestRefused;
import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** How events stand in an HTTP request (CloudEvents 1.0, HTTP protocol binding). */
enum ContentMode {
  /** The body is one event. */
  STRUCTURED,
  /** The body is an array of events. */
  BATCH,
  /** The attributes are headers, the body is the payload. */
  BINARY;

  private static final int LARGEST_BATCH = 4 << 20;

  /** The most bytes of a body. */
  int largestBody() {
    return this == BATCH ? LARGEST_BATCH : DeadLetterReason.LARGEST_BYTES;
  }

  static ContentMode of(HttpFields headers) {
    String type = mediaType(headers);
    requireUtf8(headers);
    return switch (type) {
      case "application/cloudevents+json" -> STRUCTURED;
      case "application/cloudevents-batch+json" -> BATCH;
      default -> binary(headers, type);
    };
  }

  private static ContentMode binary(HttpFields headers, String type) {
    boolean json = type.isEmpty() || type.equals("application/json") || type.endsWith("+json");
    boolean attributes =
        headers.stream().map(HttpField::getLowerCaseName).anyMatch(name -> name.startsWith("ce-"));
    if (json && attributes && !type.startsWith("application/cloudevents")) {
      return BINARY;
    }
    throw new RequestRefused(
        415,
        "bad-media-type",
        "Content-Type is "
            + (type.isEmpty() ? "missing" : "\"" + type + "\"")
            + "; expected application/cloudevents+json, application/cloudevents-batch+json, or"
            + " application/json with the attributes in ce- headers");
  }

  private static String mediaType(HttpFields headers) {
    String value = headers.get(HttpHeader.CONTENT_TYPE);
    if (value == null) {
      return "";
    }
    int end = value.indexOf(';');
    return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  private static void requireUtf8(HttpFields headers) {
    String value = headers.get(HttpHeader.CONTENT_TYPE);
    String lower = value == null ? "" : value.toLowerCase(Locale.ROOT).replace("\"", "");
    int at = lower.indexOf("charset=");
    if (at >= 0 && !lower.substring(at + 8).startsWith("utf-8")) {
      throw new RequestRefused(
          415,
          "bad-encoding",
          "the charset is \"" + lower.substring(at + 8) + "\", expected utf-8");
    }
  }
}
