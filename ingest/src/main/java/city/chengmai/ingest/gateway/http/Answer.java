package city.chengmai.ingest.gateway.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a request is answered with.
 *
 * @param status HTTP status
 * @param contentType media type of the body
 * @param body text of the body, sent in UTF-8
 * @param headers further headers
 */
public record Answer(int status, String contentType, String body, Map<String, String> headers) {

  /** Refuses nulls and keeps the headers' order. */
  public Answer {
    Objects.requireNonNull(contentType, "contentType");
    Objects.requireNonNull(body, "body");
    headers = Map.copyOf(headers);
  }

  /** An answer without further headers. */
  public static Answer of(int status, String contentType, String text) {
    return new Answer(status, contentType, text, Map.of());
  }

  /** The same with one more header. */
  public Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, contentType, body, more);
  }
}
