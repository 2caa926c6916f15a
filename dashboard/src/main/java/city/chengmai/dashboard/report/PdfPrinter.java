package city.chengmai.dashboard.report;

import city.chengmai.dashboard.chart.ContentHash;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Prints documents on two threads of its own, keeps the latest by the hash of what they say, and
 * refuses more than a queue of twenty. Thread-safe; close it after the server.
 */
public final class PdfPrinter implements AutoCloseable {

  private static final int THREADS = 2;
  private static final int QUEUE = 20;
  private static final int KEPT = 60;
  private static final int BUSY = 503;

  private final PdfRenderer renderer = new PdfRenderer();
  private final Map<String, CompletableFuture<byte[]>> documents =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<byte[]>> eldest) {
          return size() > KEPT;
        }
      };
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(QUEUE),
          task -> {
            Thread made = new Thread(task, "dashboard-pdf");
            made.setDaemon(true);
            return made;
          });

  /** A printer; its threads end when they had nothing to do for a minute. */
  public PdfPrinter() {
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Answers with the document.
   *
   * @param xhtml what it says
   * @param name file name without ending
   */
  public void answer(RoutingContext context, String xhtml, String name) {
    String hash = ContentHash.of(xhtml.getBytes(StandardCharsets.UTF_8));
    String tag = "\"" + hash + "\"";
    context
        .response()
        .putHeader("Cache-Control", "private, no-cache")
        .putHeader("Vary", "Cookie")
        .putHeader("ETag", tag);
    if (tag.equals(context.request().getHeader("If-None-Match"))) {
      context.response().setStatusCode(304).end();
      return;
    }
    try {
      Future.fromCompletionStage(document(hash, xhtml), context.vertx().getOrCreateContext())
          .onSuccess(bytes -> send(context, name, bytes))
          .onFailure(context::fail);
    } catch (RejectedExecutionException full) {
      context.response().putHeader("Retry-After", "10");
      context.fail(BUSY);
    }
  }

  private static void send(RoutingContext context, String name, byte[] bytes) {
    context
        .response()
        .putHeader("Content-Type", "application/pdf")
        .putHeader("Content-Disposition", "inline; filename=\"" + plain(name) + ".pdf\"")
        .end(Buffer.buffer(bytes));
  }

  private static String plain(String name) {
    return name.replaceAll("[^0-9A-Za-z._-]", "_");
  }

  /** Whoever asks for a document that is being printed waits for that one. */
  private synchronized CompletableFuture<byte[]> document(String hash, String xhtml) {
    CompletableFuture<byte[]> known = documents.get(hash);
    if (known != null && !known.isCompletedExceptionally()) {
      return known;
    }
    CompletableFuture<byte[]> made =
        CompletableFuture.supplyAsync(() -> renderer.render(xhtml), threads);
    documents.put(hash, made);
    return made;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
