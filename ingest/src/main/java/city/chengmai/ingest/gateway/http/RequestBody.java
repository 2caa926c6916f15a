package city.chengmai.ingest.gateway.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Reads bodies without holding a thread, up to a size and within a time: whoever sends a byte a
 * minute costs a connection, never a thread.
 */
public final class RequestBody {

  /** How long a body may take to arrive. */
  static final Duration LIMIT = Duration.ofSeconds(20);

  private static final long DISCARDED_BYTES = 32 << 20;

  private RequestBody() {}

  /** The bytes, or {@link RequestRefused} 408, 413 or 415. */
  public static CompletableFuture<byte[]> read(Request request, int largest) {
    if (request.getHeaders().contains(HttpHeader.CONTENT_ENCODING)) {
      throw new RequestRefused(
          415, "bad-encoding", "compressed bodies are not read: send it without Content-Encoding");
    }
    if (request.getLength() > largest) {
      return discard(request)
          .thenApply(
              discarded -> {
                throw tooLarge(largest);
              });
    }
    CompletableFuture<byte[]> body = new CompletableFuture<>();
    Content.Source.asByteArrayAsync(
        request,
        largest,
        Promise.Invocable.from(
            Invocable.InvocationType.BLOCKING, body::complete, body::completeExceptionally));
    return body.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
        .exceptionally(fault -> refuse(fault, largest));
  }

  // Many clients do not look for an answer before they have sent everything: reading on lets them
  // see why they are refused, instead of a connection that breaks.
  private static CompletableFuture<Void> discard(Request request) {
    CompletableFuture<Void> discarded = new CompletableFuture<>();
    if (request.getLength() > DISCARDED_BYTES) {
      discarded.complete(null);
    } else {
      Content.Source.consumeAll(request, Callback.from(discarded));
    }
    return discarded.completeOnTimeout(null, LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  private static byte[] refuse(Throwable fault, int largest) {
    Throwable cause = fault instanceof CompletionException ? fault.getCause() : fault;
    if (cause instanceof TimeoutException) {
      throw new RequestRefused(
              408, "too-slow", "the body did not arrive within " + LIMIT.toSeconds() + " seconds")
          .with("Connection", "close");
    }
    // What the server throws when the content goes past the size it was given.
    if (cause instanceof IllegalStateException || cause instanceof IllegalArgumentException) {
      throw tooLarge(largest);
    }
    throw new RequestRefused(400, "broken-off", "the body broke off: " + cause.getMessage());
  }

  private static RequestRefused tooLarge(int largest) {
    return new RequestRefused(
        413, "too-large", "the body has more than " + largest + " bytes, which are the most here");
  }
}
