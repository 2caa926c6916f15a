package city.chengmai.ingest.gateway.http;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * Why a whole request does not go on. Carries no stack trace: it is an outcome, not a fault. The
 * sentence says what was seen, what was expected and what to do, and holds no personal data.
 */
public final class RequestRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String reason;
  private final transient Map<String, String> headers;

  /** A refusal with an HTTP status and a reason in the form of a dead letter's. */
  public RequestRefused(int status, String reason, String sentence) {
    this(status, reason, sentence, Map.of());
  }

  private RequestRefused(int status, String reason, String sentence, Map<String, String> headers) {
    super(sentence, null, false, false);
    this.status = status;
    this.reason = Objects.requireNonNull(reason, "reason");
    this.headers = Map.copyOf(headers);
  }

  /** The same with a header that tells the client what to do. */
  public RequestRefused with(String name, String value) {
    return new RequestRefused(status, reason, getMessage(), Map.of(name, value));
  }

  /** The same, to be tried again after this long; whole seconds, at least one. */
  public RequestRefused retryAfter(Duration wait) {
    return with("Retry-After", seconds(wait));
  }

  /** A wait as the value of Retry-After. */
  public static String seconds(Duration wait) {
    return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** Reason in one word, for programs and counters. */
  public String reason() {
    return reason;
  }

  /** Headers that tell the client what to do. */
  public Map<String, String> headers() {
    return headers == null ? Map.of() : headers;
  }
}
