package city.chengmai.ingest.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/** Refusals as problem details, RFC 9457. */
public final class Problem {

  private static final String MEDIA_TYPE = "application/problem+json";
  private static final String TYPE = "urn:chengmai:problem:";

  private Problem() {}

  /** A refusal, with the headers it asks for. */
  public static Answer of(RequestRefused refused) {
    Answer answer = of(refused.status(), refused.reason(), refused.getMessage(), Map.of());
    for (Map.Entry<String, String> header : refused.headers().entrySet()) {
      answer = answer.with(header.getKey(), header.getValue());
    }
    return answer;
  }

  /** A refusal with further members. */
  public static Answer of(
      int status, String reason, String detail, Map<String, ? extends JsonNode> more) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", TYPE + reason);
    body.put("title", HttpStatus.getMessage(status));
    body.put("status", status).put("detail", detail).put("reason", reason);
    more.forEach(body::set);
    return Answer.of(status, MEDIA_TYPE, body.toString());
  }
}
