package city.chengmai.ingest.gateway.open311;

import city.chengmai.ingest.gateway.http.RequestRefused;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;

/**
 * Header {@code Idempotency-Key}, with which a client says that it files the same request again
 * (draft-ietf-httpapi-idempotency-key-header). Beyond GeoReport v2, and optional.
 *
 * @param text made by the client, for one request
 */
record IdempotencyKey(String text) {

  private static final String HEADER = "Idempotency-Key";
  private static final Pattern FORM = Pattern.compile("[!-~]{16,255}");

  /** The key of a request, quoted or not; empty when it has none. */
  static Optional<IdempotencyKey> of(Request request) {
    return Optional.ofNullable(request.getHeaders().get(HEADER)).map(IdempotencyKey::parse);
  }

  // Short ones would be chosen twice, and then a request of somebody else's would be answered.
  private static IdempotencyKey parse(String header) {
    String text = header.strip();
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    String key = quoted ? text.substring(1, text.length() - 1) : text;
    if (!FORM.matcher(key).matches()) {
      throw new RequestRefused(
          400,
          "bad-idempotency-key",
          HEADER
              + " has to be 16 to 255 visible ASCII characters, such as a UUID made for this"
              + " request");
    }
    return new IdempotencyKey(key);
  }
}
