package city.chengmai.dashboard.page.desk;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.datasets.clickhouse.RowStream;
import city.chengmai.datasets.clickhouse.StoreException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a statement once more and pipes its rows to the browser as CSV. Owns its thread. */
final class DeskExports implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DeskExports.class);

  private final DeskEngine engine;
  private final Pages pages;
  private final ExecutorService worker = Executors.newFixedThreadPool(2);

  DeskExports(DeskEngine engine, Pages pages) {
    this.engine = engine;
    this.pages = pages;
  }

  void export(RoutingContext context) {
    String statement = context.body().asJsonObject().getString("statement", "");
    String queryId = UUID.randomUUID().toString();
    worker.execute(() -> export(context, statement, queryId));
  }

  private void export(RoutingContext context, String statement, String queryId) {
    int statements = StatementText.count(statement);
    if (statements != 1) {
      refuse(context, Refusal.byDesk(statements == 0 ? "empty" : "several", "" + statements));
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
    } catch (RuntimeException broken) {
      LOG.info("desk export {}: {}", queryId, broken.getMessage(), broken);
      broken(context, queryId, broken);
    }
  }

  private void broken(RoutingContext context, String queryId, RuntimeException e) {
    HttpServerResponse response = context.response();
    if (response.headWritten()) {
      // A broken-off file must not look whole.
      response.reset();
      return;
    }
    response.setChunked(false).headers().clear();
    refuse(context, refusal(queryId, e));
  }

  private static Refusal refusal(String queryId, RuntimeException e) {
    if (e instanceof RefusedException refused) {
      return refused.refusal();
    }
    if (!(e instanceof StoreException store)) {
      return Refusal.byDesk("defect", queryId);
    }
    Refusal refusal = Refusal.from(store);
    return refusal.key().equals("rows")
        ? Refusal.byDesk("export", String.valueOf(CsvExport.MOST_ROWS))
        : refusal;
  }

  private void refuse(RoutingContext context, Refusal refusal) {
    DeskLimits limits = new DeskLimits(DeskLimits.MOST_ROWS, DeskLimits.MOST_SECONDS);
    context
        .response()
        .setStatusCode(422)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end(new RunAnswer(pages.messages(context)).sentence(refusal, limits));
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
