package city.chengmai.dashboard.notify;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/**
 * The beginning of a body as text: what came before the limit of bytes and of time, and before the
 * connection broke. The status has said all that matters.
 */
final class ShortBody implements BodySubscriber<String> {

  private static final int MOST_BYTES = 4096;
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  @Override
  public CompletionStage<String> getBody() {
    return end.completeOnTimeout(null, LONGEST.toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(nothing -> text());
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    CompletableFuture<Void> unused = end.whenComplete((nothing, failure) -> subscription.cancel());
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    buffers.forEach(this::keep);
  }

  private synchronized void keep(ByteBuffer buffer) {
    byte[] bytes = new byte[Math.min(buffer.remaining(), MOST_BYTES - kept.size())];
    buffer.get(bytes);
    kept.write(bytes, 0, bytes.length);
    if (kept.size() == MOST_BYTES) {
      end.complete(null);
    }
  }

  private synchronized String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void onError(Throwable failure) {
    end.complete(null);
  }

  @Override
  public void onComplete() {
    end.complete(null);
  }
}
