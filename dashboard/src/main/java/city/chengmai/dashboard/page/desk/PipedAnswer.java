package city.chengmai.dashboard.page.desk;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An answer written by a worker, chunk by chunk: each write waits until the browser took the one
 * before, so that an export of any size needs the memory of one chunk.
 */
final class PipedAnswer extends OutputStream {

  private static final int CHUNK = 64 * 1024;
  private static final long PATIENCE_SECONDS = 60;

  private final HttpServerResponse response;
  private Buffer chunk = Buffer.buffer(CHUNK);
  private long sent;

  PipedAnswer(HttpServerResponse response) {
    this.response = response;
  }

  @Override
  public void write(int value) throws IOException {
    chunk.appendByte((byte) value);
    sendWhenFull();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    chunk.appendBytes(bytes, offset, length);
    sendWhenFull();
  }

  private void sendWhenFull() throws IOException {
    if (chunk.length() >= CHUNK) {
      send();
    }
  }

  private void send() throws IOException {
    Buffer full = chunk;
    sent += full.length();
    chunk = Buffer.buffer(CHUNK);
    await(response.write(full));
  }

  private static void await(Future<Void> sent) throws IOException {
    try {
      sent.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the browser no longer takes the export", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while exporting", e);
    }
  }

  /**
   * Sends what is left. Nothing here ends the answer, not even closing: a broken-off one must never
   * look whole.
   */
  void sendRest() throws IOException {
    if (chunk.length() > 0) {
      send();
    }
  }

  /** Bytes sent so far. */
  long sent() {
    return sent;
  }
}
