package city.chengmai.ingest.gateway.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the route of a request by the beginning of its path, and writes what it answers. */
public final class Routes extends Handler.Abstract {

  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

  private final Map<String, Route> byFirstSegment;

  /** Routes by the first segment of their path, slash included. */
  public Routes(Map<String, Route> byFirstSegment) {
    this.byFirstSegment = Map.copyOf(byFirstSegment);
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // It ends in the callback and never fails.
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request);
    int end = path.indexOf('/', 1);
    Route route = byFirstSegment.get(end < 0 ? path : path.substring(0, end));
    if (route == null) {
      write(
          Problem.of(
              new RequestRefused(
                  404, "no-such-resource", "there are /events and /open311/v2/ here")),
          request,
          response,
          callback);
      return true;
    }
    answer(route, request)
        .whenComplete((answer, fault) -> write(answer, request, response, callback));
    return true;
  }

  private static CompletableFuture<Answer> answer(Route route, Request request) {
    try {
      return route.answer(request).exceptionally(fault -> failed(route, request, fault));
    } catch (RuntimeException fault) {
      return CompletableFuture.completedFuture(failed(route, request, fault));
    }
  }

  private static Answer failed(Route route, Request request, Throwable fault) {
    Throwable cause =
        fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
    if (cause instanceof RequestRefused refused) {
      return route.refusal(request, refused);
    }
    LOG.error("a request failed by our own fault", cause);
    return route.refusal(
        request,
        new RequestRefused(
            500, "defect", "the gateway failed by its own fault, which is in its log"));
  }

  private static void write(Answer answer, Request request, Response response, Callback callback) {
    response.setStatus(answer.status());
    // A body refused before it arrived ends the connection. Clients have to be told, or the next
    // request they send on it is lost.
    if (!request.consumeAvailable()) {
      response.getHeaders().put("Connection", "close");
    }
    response.getHeaders().put("Content-Type", answer.contentType());
    response.getHeaders().put("Cache-Control", "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.write(true, StandardCharsets.UTF_8.encode(answer.body()), callback);
  }
}
