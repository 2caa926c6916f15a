package city.chengmai.dashboard.page.desk;

import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.chart.Chart;
import city.chengmai.dashboard.chart.ChartRenderer;
import city.chengmai.dashboard.chart.Frame;
import city.chengmai.dashboard.chart.HouseTheme;
import city.chengmai.dashboard.http.AuditTrail;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.i18n.Messages;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;

/**
 * The chart of a run's result: as SVG for the page, as PNG to take along, which the audit log
 * counts among the exports.
 */
final class DeskCharts {

  private static final Frame WIDE = Frame.of(HouseTheme.DESK, 960, 360).withTitle();
  private static final Frame NARROW = Frame.of(HouseTheme.DESK, 340, 260).withTitle();

  private final Pages pages;
  private final Workers workers;
  private final ChartRenderer renderer = new ChartRenderer();

  DeskCharts(Pages pages, Workers workers) {
    this.pages = pages;
    this.workers = workers;
  }

  /** Answers the chart, or 204 when the result has no shape that makes one. */
  void answer(RoutingContext context, DeskRun run) {
    Frame frame = "narrow".equals(context.request().getParam("size")) ? NARROW : WIDE;
    if ("png".equals(context.request().getParam("format"))) {
      AuditTrail.note(
          context, AuditKind.EXPORT, true, "png of run " + run.id(), run.statement().audited());
      HttpServerResponse response =
          context
              .response()
              .putHeader("Content-Type", "image/png")
              .putHeader(
                  "Content-Disposition", "attachment; filename=\"chengmai-" + run.id() + ".png\"");
      draw(context, run, chart -> Buffer.buffer(renderer.png(chart, frame)), response);
    } else {
      HttpServerResponse response =
          context.response().putHeader("Content-Type", "text/plain; charset=utf-8");
      draw(context, run, chart -> Buffer.buffer(renderer.svg(chart, frame)), response);
    }
  }

  private void draw(
      RoutingContext context,
      DeskRun run,
      Function<Chart, Buffer> drawing,
      HttpServerResponse response) {
    Messages messages = pages.messages(context);
    workers
        .call(() -> chart(run, messages).map(drawing))
        .onSuccess(
            drawn ->
                response
                    .setStatusCode(drawn.isPresent() ? 200 : 204)
                    .putHeader("Cache-Control", "no-store")
                    .end(drawn.orElseGet(Buffer::buffer)))
        .onFailure(context::fail);
  }

  private Optional<Chart> chart(DeskRun run, Messages messages) {
    return run.outcome()
        .filter(DeskOutcome.Finished.class::isInstance)
        .map(DeskOutcome.Finished.class::cast)
        .flatMap(finished -> DeskChart.of(finished.table(), pages.city().zone(), messages));
  }
}
