package city.chengmai.dashboard.page.desk;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.datasets.clickhouse.RowStream;
import city.chengmai.datasets.clickhouse.StoreException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a statement once more and pipes its rows to the browser as CSV. Owns its threads. */
final class DeskExports implements AutoCloseable {

  /** Exports at the same time. */
  static final int MOST_AT_ONCE = 2;

  /** Exports that wait for one of them to end; more are refused. */
  static final int MOST_WAITING = 4;

  private static final Logger LOG = LoggerFactory.getLogger(DeskExports.class);

  private final DeskEngine engine;
  private final Pages pages;
  private final ExecutorService worker =
      new ThreadPoolExecutor(
          MOST_AT_ONCE, MOST_AT_ONCE, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING));

  DeskExports(DeskEngine engine, Pages pages) {
    this.engine = engine;
    this.pages = pages;
  }

  void export(RoutingContext context) {
    String statement = context.body().asJsonObject().getString("statement", "");
    String queryId = UUID.randomUUID().toString();
    try {
      worker.execute(() -> unlessGone(context, statement, queryId));
    } catch (RejectedExecutionException full) {
      refuse(context, 429, Refusal.byDesk("exports", String.valueOf(MOST_AT_ONCE + MOST_WAITING)));
    }
  }

  /** Whoever waited in the queue may have given up. */
  private void unlessGone(RoutingContext context, String statement, String queryId) {
    if (context.response().closed()) {
      LOG.info("desk export {}: the browser left before its turn", queryId);
    } else {
      export(context, statement, queryId);
    }
  }

  private void export(RoutingContext context, String statement, String queryId) {
    int statements = StatementText.count(statement);
    if (statements != 1) {
      refuse(context, 422, Refusal.byDesk(statements == 0 ? "empty" : "several", "" + statements));
      return;
    }
    HttpServerResponse response = context.response();
    try (RowStream rows = engine.exported(statement, queryId)) {
      response
          .setChunked(true)
          .putHeader("Content-Type", "text/csv; charset=utf-8")
          .putHeader("Cache-Control", "no-store")
          .putHeader("Content-Disposition", "attachment; filename=\"desk-" + queryId + ".csv\"");
      PipedAnswer answer = new PipedAnswer(response);
      long written = CsvExport.write(rows, answer);
      answer.end();
      LOG.info("desk export {}: {} rows", queryId, written);
    } catch (IOException browserGone) {
      LOG.info("desk export {}: {}", queryId, browserGone.getMessage());
      response.reset();
    } catch (RuntimeException | Error broken) {
      LOG.info("desk export {}: {}", queryId, broken.getMessage(), broken);
      broken(context, queryId, broken);
    }
  }

  private void broken(RoutingContext context, String queryId, Throwable e) {
    HttpServerResponse response = context.response();
    if (response.headWritten()) {
      // A broken-off file must not look whole.
      response.reset();
      return;
    }
    response.setChunked(false).headers().clear();
    refuse(context, 422, refusal(queryId, e));
  }

  private static Refusal refusal(String queryId, Throwable e) {
    if (e instanceof RefusedException refused) {
      return refused.refusal();
    }
    if (!(e instanceof StoreException store)) {
      return Refusal.ofDefect(e, queryId);
    }
    Refusal refusal = Refusal.from(store);
    return refusal.key().equals("rows")
        ? Refusal.byDesk("export", String.valueOf(CsvExport.MOST_ROWS))
        : refusal;
  }

  private void refuse(RoutingContext context, int status, Refusal refusal) {
    DeskLimits limits = new DeskLimits(DeskLimits.MOST_ROWS, DeskLimits.MOST_SECONDS);
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end(new RunAnswer(pages.messages(context)).sentence(refusal, limits));
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
