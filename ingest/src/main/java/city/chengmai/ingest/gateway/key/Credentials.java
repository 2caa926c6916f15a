package city.chengmai.ingest.gateway.key;

import city.chengmai.ingest.gateway.http.RequestRefused;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Finds the source behind {@code Authorization: Bearer KEY} (RFC 6750). */
public final class Credentials {

  private static final String SCHEME = "bearer ";

  private final KeyRing keys;

  /** Credentials held against these keys. */
  public Credentials(KeyRing keys) {
    this.keys = keys;
  }

  /**
   * The source whose key the request shows.
   *
   * @throws RequestRefused (401) when it shows none, or one that nobody has
   */
  public Source require(Request request) {
    String key =
        bearer(request)
            .orElseThrow(
                () ->
                    unauthorized(
                        "no-key",
                        "no key was shown: send Authorization: Bearer KEY",
                        "Bearer realm=\"events\""));
    return keys.holderOf(key)
        .orElseThrow(
            () ->
                unauthorized(
                    "unknown-key",
                    "no source has this key: \"ingest gateway-key SOURCE\" makes one, and its hash"
                        + " belongs into the key file",
                    "Bearer realm=\"events\", error=\"invalid_token\""));
  }

  /** The key in {@code Authorization: Bearer KEY}, if there is one. */
  public static Optional<String> bearer(Request request) {
    return Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(SCHEME))
        .map(value -> value.substring(SCHEME.length()).strip());
  }

  private static RequestRefused unauthorized(String reason, String sentence, String challenge) {
    return new RequestRefused(401, reason, sentence).with("WWW-Authenticate", challenge);
  }
}
