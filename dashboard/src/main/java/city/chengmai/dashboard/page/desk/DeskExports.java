package city.chengmai.dashboard.page.desk;

import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.http.AuditTrail;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.datasets.clickhouse.RowStream;
import city.chengmai.datasets.clickhouse.StoreException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a statement once more and pipes its result to the browser as a file. Owns its threads. */
final class DeskExports implements AutoCloseable {

  /** Exports at the same time. */
  static final int MOST_AT_ONCE = 2;

  /** Exports that wait for one of them to end; more are refused. */
  static final int MOST_WAITING = 4;

  private static final Logger LOG = LoggerFactory.getLogger(DeskExports.class);

  private final DeskEngine engine;
  private final Pages pages;
  private final InstantSource clock;
  private final Turns turns = new Turns(MOST_AT_ONCE, MOST_WAITING);

  DeskExports(DeskEngine engine, Pages pages, InstantSource clock) {
    this.engine = engine;
    this.pages = pages;
    this.clock = clock;
  }

  void export(RoutingContext context) {
    Optional<DeskExport> export = asked(context);
    if (export.isEmpty()) {
      context.fail(400);
      return;
    }
    boolean taken = turns.take(() -> unlessGone(context, export.get()));
    AuditTrail.note(
        context,
        AuditKind.EXPORT,
        taken,
        export.get().fileName(),
        export.get().statement().audited());
    if (!taken) {
      refuse(context, 429, Refusal.byDesk("exports", String.valueOf(MOST_AT_ONCE + MOST_WAITING)));
    }
  }

  private Optional<DeskExport> asked(RoutingContext context) {
    String by = Visit.of(context).visitor().name();
    ZonedDateTime now = clock.instant().atZone(pages.city().zone());
    try {
      JsonObject asked = context.body().asJsonObject();
      return ExportForm.named(asked.getString("form", ExportForm.CSV.wireName()))
          .map(form -> DeskExport.of(DeskStatement.from(asked).paidBy(by), form, by, now));
    } catch (DecodeException | ClassCastException | NullPointerException notOurPage) {
      return Optional.empty();
    }
  }

  /** Whoever waited in the queue may have given up. Returns how the answer ends. */
  private Runnable unlessGone(RoutingContext context, DeskExport export) {
    if (context.response().closed()) {
      LOG.info("desk export {}: the browser left before its turn", export.id());
      return () -> {};
    }
    return export(context, export);
  }

  private Runnable export(RoutingContext context, DeskExport export) {
    int statements = StatementText.count(export.statement().text());
    if (statements != 1) {
      String key = statements == 0 ? "empty" : "several";
      return () -> refuse(context, 422, Refusal.byDesk(key, "" + statements));
    }
    HttpServerResponse response = context.response();
    try {
      PipedAnswer answer = send(response, export);
      LOG.info("desk export {}: {} bytes as {}", export.id(), answer.sent(), export.form());
      return response::end;
    } catch (IOException browserGone) {
      LOG.info("desk export {}: {}", export.id(), browserGone.getMessage());
      return response::reset;
    } catch (RuntimeException | Error broken) {
      LOG.info("desk export {}: {}", export.id(), broken.getMessage(), broken);
      return () -> broken(context, export, broken);
    }
  }

  private PipedAnswer send(HttpServerResponse response, DeskExport export) throws IOException {
    if (export.form() == ExportForm.PARQUET) {
      try (InputStream bytes = engine.bytes(export, "Parquet")) {
        PipedAnswer answer = answer(response, export);
        bytes.transferTo(answer);
        answer.sendRest();
        return answer;
      }
    }
    try (RowStream rows = engine.rows(export)) {
      PipedAnswer answer = answer(response, export);
      if (export.form() == ExportForm.CSV) {
        CsvExport.write(rows, answer);
      } else {
        new ExcelExport(export).write(rows, answer);
      }
      answer.sendRest();
      return answer;
    }
  }

  /** Only once the server has the whole result: a refusal would need another head. */
  private static PipedAnswer answer(HttpServerResponse response, DeskExport export) {
    response
        .setChunked(true)
        .putHeader("Content-Type", export.form().contentType())
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Disposition", "attachment; filename=\"" + export.fileName() + "\"");
    return new PipedAnswer(response);
  }

  private void broken(RoutingContext context, DeskExport export, Throwable e) {
    HttpServerResponse response = context.response();
    if (response.headWritten()) {
      // A broken-off file must not look whole.
      response.reset();
      return;
    }
    response.setChunked(false).headers().clear();
    refuse(context, 422, refusal(export, e));
  }

  private static Refusal refusal(DeskExport export, Throwable e) {
    if (e instanceof RefusedException refused) {
      return refused.refusal();
    }
    if (!(e instanceof StoreException store)) {
      return Refusal.ofDefect(e, export.id());
    }
    Refusal refusal = Refusal.from(store);
    return refusal.key().equals("rows")
        ? Refusal.byDesk("export", String.valueOf(export.form().mostRows()))
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
    turns.close();
  }
}
