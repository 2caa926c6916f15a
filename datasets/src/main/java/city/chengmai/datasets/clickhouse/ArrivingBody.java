package city.chengmai.datasets.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A body as a stream that hands out every byte that arrived before it reports that the connection
 * broke. The HTTP client's own stream drops what is unread at that moment, and with it the server's
 * sentence that says why the query failed. A body that stands still for longer than the limit
 * breaks off too.
 */
final class ArrivingBody extends InputStream implements BodySubscriber<InputStream> {
  /** Portions asked for ahead of the reader; each is at most the client's 16 KiB buffer. */
  private static final int AHEAD = 8;

  private sealed interface Arrival {}

  private record Bytes(List<ByteBuffer> buffers) implements Arrival {}

  private record Broken(Throwable cause) implements Arrival {}

  private record Whole() implements Arrival {}

  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final Deque<ByteBuffer> unread = new ArrayDeque<>();
  private final CompletableFuture<Subscription> source = new CompletableFuture<>();
  private final Duration stillness;
  private Arrival end;

  /** stillness: how long the next bytes may take. */
  ArrivingBody(Duration stillness) {
    this.stillness = stillness;
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    if (source.complete(subscription)) {
      subscription.request(AHEAD);
    } else {
      subscription.cancel();
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    arrivals.add(new Bytes(buffers));
  }

  @Override
  public void onError(Throwable cause) {
    arrivals.add(new Broken(cause));
  }

  @Override
  public void onComplete() {
    arrivals.add(new Whole());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (unread.isEmpty() && end == null) {
      take();
    }
    if (unread.isEmpty()) {
      return atEnd();
    }
    ByteBuffer next = unread.peek();
    int count = Math.min(length, next.remaining());
    next.get(target, offset, count);
    if (!next.hasRemaining()) {
      unread.remove();
    }
    return count;
  }

  private void take() throws IOException {
    Arrival arrival = next();
    if (arrival instanceof Bytes bytes) {
      bytes.buffers().stream().filter(ByteBuffer::hasRemaining).forEach(unread::add);
      source.join().request(1);
    } else {
      end = arrival;
    }
  }

  private Arrival next() throws IOException {
    try {
      Arrival arrival = arrivals.poll(stillness.toMillis(), TimeUnit.MILLISECONDS);
      if (arrival == null) {
        close();
        throw new IOException("no byte came for " + stillness.toSeconds() + " s");
      }
      return arrival;
    } catch (InterruptedException interrupted) {
      close();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the server's answer");
    }
  }

  private int atEnd() throws IOException {
    if (end instanceof Broken broken) {
      throw new IOException(broken.cause().toString(), broken.cause());
    }
    return -1;
  }

  /** Drops the connection when the body was not read to its end. */
  @Override
  public void close() {
    if (end == null) {
      end = new Broken(new IOException("closed by its reader"));
      unread.clear();
      source.join().cancel();
    }
  }
}
