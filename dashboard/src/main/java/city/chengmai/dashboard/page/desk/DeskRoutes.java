package city.chengmai.dashboard.page.desk;

import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.http.AuditTrail;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.SameOrigin;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BiConsumer;

/** The desk's page and the life of its runs. Owns its clients and threads: close it. */
public final class DeskRoutes implements RouteGroup, AutoCloseable {

  private static final int LONGEST_BODY = 256 * 1024;

  private final Pages pages;
  private final Workers workers;
  private final ClickHouseClient analyst;
  private final ClickHouseClient administrator;
  private final DeskRuns runs;
  private final DeskExports exports;
  private final SchemaSnapshot schema;
  private final DeskCharts charts;

  private DeskRoutes(Pages pages, Workers workers, Settings settings, InstantSource clock) {
    this.pages = pages;
    this.workers = workers;
    this.analyst = new ClickHouseClient(SharedSettings.analyst(settings));
    this.administrator = new ClickHouseClient(SharedSettings.admin(settings));
    DeskEngine engine = new DeskEngine(analyst, administrator);
    this.runs = new DeskRuns(engine, clock);
    this.exports = new DeskExports(engine, pages, clock);
    this.schema = new SchemaSnapshot(analyst, clock);
    this.charts = new DeskCharts(pages, workers);
  }

  /**
   * Routes of the desk. Statements run as the analyst; the administrator only looks at and kills
   * the analyst's queries. Times are real ones: browsers and servers live in them.
   */
  public static DeskRoutes of(Settings settings, Workers workers, Pages pages) {
    return new DeskRoutes(pages, workers, settings, InstantSource.system());
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LONGEST_BODY);
    router.get("/desk").handler(this::page);
    router.route("/desk/*").failureHandler(new DeskFailure(pages));
    router.get("/desk/schema").handler(this::schema);
    router.post("/desk/runs").handler(body).handler(new SameOrigin()).handler(this::start);
    router.get("/desk/runs/:id").handler(context -> withRun(context, this::answer));
    router.delete("/desk/runs/:id").handler(new SameOrigin()).handler(c -> withRun(c, this::stop));
    router.get("/desk/runs/:id/chart").handler(context -> withRun(context, charts::answer));
    router.post("/desk/export").handler(body).handler(new SameOrigin()).handler(exports::export);
  }

  private void page(RoutingContext context) {
    pages.show(
        context,
        "desk",
        () ->
            Map.of(
                "tables", schema.tables(),
                "rows", DeskLimits.DEFAULT_ROWS,
                "seconds", DeskLimits.DEFAULT_SECONDS));
  }

  private void schema(RoutingContext context) {
    workers
        .call(() -> new SchemaAnswer(schema.tables()).json())
        .onSuccess(json -> json(context, 200, json))
        .onFailure(context::fail);
  }

  private void start(RoutingContext context) {
    try {
      JsonObject asked = context.body().asJsonObject();
      DeskLimits limits =
          new DeskLimits(
              asked.getInteger("rows", DeskLimits.DEFAULT_ROWS),
              asked.getInteger("seconds", DeskLimits.DEFAULT_SECONDS));
      String by = Visit.of(context).visitor().name();
      DeskRun run = runs.start(DeskStatement.from(asked).paidBy(by), limits);
      AuditTrail.note(
          context,
          AuditKind.QUERY,
          run.outcome().filter(DeskOutcome.Refused.class::isInstance).isEmpty(),
          "run " + run.id(),
          run.statement().audited());
      RunAnswer answer = new RunAnswer(pages.messages(context));
      workers
          .call(() -> answer.of(run))
          .onSuccess(json -> json(context, 202, json))
          .onFailure(context::fail);
    } catch (DecodeException | ClassCastException | NullPointerException notOurPage) {
      context.fail(400);
    }
  }

  /** A result of many rows takes long to write as text: not on the event loop. */
  private void answer(RoutingContext context, DeskRun run) {
    RunAnswer answer = new RunAnswer(pages.messages(context));
    workers
        .call(() -> answer.of(run))
        .onSuccess(json -> json(context, 200, json))
        .onFailure(context::fail);
  }

  private void stop(RoutingContext context, DeskRun run) {
    runs.stop(run);
    answer(context, run);
  }

  private void withRun(RoutingContext context, BiConsumer<RoutingContext, DeskRun> handler) {
    runs.look(context.pathParam("id"))
        .ifPresentOrElse(run -> handler.accept(context, run), () -> context.fail(404));
  }

  private static void json(RoutingContext context, int status, String body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(body);
  }

  @Override
  public void close() {
    runs.close();
    exports.close();
    analyst.close();
    administrator.close();
  }
}
