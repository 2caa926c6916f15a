package city.chengmai.ingest.gateway.event;

import city.chengmai.ingest.gateway.http.RequestRefused;
import city.chengmai.testing.fuzz.FuzzTarget;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;

/**
 * Bodies of events: a batch, or one in binary mode with its headers in lines and a blank line
 * before the body. Refusals are the sender's fault, by status.
 */
public final class EventBodiesFuzz implements FuzzTarget {

  @Override
  public List<String> seeds() {
    return List.of(
        "[{\"specversion\":\"1.0\"},17,\"a\",null,[[]]]",
        "[1,",
        "ce-specversion: 1.0\nce-id: 1\nce-source: urn:a\nce-type: t\nce-time: 2026-05-24T08:00:00Z\n"
            + "ce-subject: %E7%BD%91\ncontent-type: application/json\n\n{\"a\":1}",
        "ce-specversion: 1.0\nce-id: %\nce-source: ::\nce-type: t\n\n",
        "ce-specversion: 0.3\ncontent-type: text/plain;charset=x\n\nabc");
  }

  @Override
  public List<String> words() {
    return List.of(
        "ce-time: ", "ce-x: ", "content-type: ", "%ZZ", "+08:00", "ce-dataschema: ", "]");
  }

  @Override
  public void take(byte[] input) {
    try {
      if (input.length > 0 && input[0] == '[') {
        BatchReader.split(input).forEach(element -> requireNonEmpty(element.length));
      } else {
        binary(FuzzTarget.text(input));
      }
    } catch (RequestRefused refused) {
      if (refused.status() / 100 != 4) {
        throw refused;
      }
    }
  }

  private static void requireNonEmpty(int length) {
    if (length == 0) {
      throw new IllegalStateException("an element of no bytes");
    }
  }

  private static void binary(String text) {
    int blank = text.indexOf("\n\n");
    String body = blank < 0 ? "" : text.substring(blank + 2);
    HttpFields.Mutable headers = HttpFields.build();
    for (String line : (blank < 0 ? text : text.substring(0, blank)).split("\n", -1)) {
      int colon = line.indexOf(':');
      // What the server itself would not let through as the name of a header.
      if (colon > 0 && line.substring(0, colon).matches("[A-Za-z0-9-]+")) {
        headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
      }
    }
    BinaryReader.structured(headers, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
