package city.chengmai.ingest.gateway.http;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What the server itself refuses (headers too large, a broken request line) as a problem, too. */
final class PlainErrors implements Request.Handler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Answer answer =
        Problem.of(
            new RequestRefused(
                status, "bad-request", "the server cannot take this request as it came"));
    response.getHeaders().put("Content-Type", answer.contentType());
    response.write(true, StandardCharsets.UTF_8.encode(answer.body()), callback);
    return true;
  }
}
