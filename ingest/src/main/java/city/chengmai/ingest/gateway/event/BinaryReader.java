package city.chengmai.ingest.gateway.event;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.ingest.gateway.http.RequestRefused;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/** Turns an event in binary mode into structured JSON. */
final class BinaryReader {

  private static final JsonFormat FORMAT = new JsonFormat();
  private static final String CONTENT_TYPE = "content-type";

  private BinaryReader() {}

  static byte[] structured(HttpFields headers, byte[] body) {
    try {
      CloudEvent event = HttpMessageFactory.createReader(attributes(headers), body).toEvent();
      return FORMAT.serialize(CloudEventBuilder.from(event).build());
    } catch (RuntimeException e) {
      throw new RequestRefused(
          400,
          DeadLetterReason.MISSING_ATTRIBUTE.wireName(),
          "the ce- headers are no CloudEvent 1.0: " + e.getMessage());
    }
  }

  // In lower case, for the library lowers names in the machine's locale, which breaks CE-ID in
  // Turkish; and with the percent encoding undone that the binding asks for and the library leaves.
  private static Map<String, String> attributes(HttpFields headers) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (HttpField header : headers) {
      String name = header.getLowerCaseName();
      if (name.startsWith("ce-")) {
        attributes.put(name, decode(header.getValue()));
      }
    }
    String type = headers.get(CONTENT_TYPE);
    attributes.put(CONTENT_TYPE, type == null ? "application/json" : type);
    return attributes;
  }

  private static String decode(String value) {
    if (value == null || value.indexOf('%') < 0) {
      return value;
    }
    return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
