package city.chengmai.dashboard.page.desk;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.http.AuditTrail;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.Problem;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.library.QueryEndpoint;
import city.chengmai.dashboard.library.QueryEndpoints;
import city.chengmai.dashboard.library.QueryJournal;
import city.chengmai.dashboard.library.SavedQuery;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kept statements that other systems ask for (查询接口): {@code GET /api/queries/ID} with {@code
 * Authorization: Bearer TOKEN}, values of placeholders in the address, the answer as JSON. One at a
 * time, so that people at the desk keep their share of the server. Owns its client and thread.
 */
public final class EndpointRoutes implements RouteGroup, AutoCloseable {

  /** Requests that wait for the one before; more are refused. */
  static final int MOST_WAITING = 8;

  private static final Logger LOG = LoggerFactory.getLogger(EndpointRoutes.class);
  private static final String BEARER = "Bearer ";
  private static final int UNAUTHORIZED = 401;
  private static final int BAD = 400;
  private static final int TOO_MANY = 429;
  private static final int UNPROCESSABLE = 422;
  private static final int AWAY = 503;
  private static final DeskLimits LIMITS =
      new DeskLimits(DeskLimits.MOST_ROWS, DeskLimits.DEFAULT_SECONDS);

  /**
   * What is asked for.
   *
   * @param query the edition that the endpoint answers
   */
  private record Asked(QueryEndpoint endpoint, SavedQuery query) {}

  private final Pages pages;
  private final Workers workers;
  private final QueryJournal journal;
  private final QueryEndpoints endpoints;
  private final InstantSource clock = InstantSource.system();
  private final ClickHouseClient analyst;
  private final DeskEngine engine;
  private final Turns turns = new Turns(1, MOST_WAITING);

  /** Routes over these endpoints; statements run as the analyst of the settings. */
  public EndpointRoutes(
      Settings settings,
      Workers workers,
      Pages pages,
      QueryJournal journal,
      QueryEndpoints endpoints) {
    this.pages = requireNonNull(pages, "pages");
    this.workers = requireNonNull(workers, "workers");
    this.journal = requireNonNull(journal, "journal");
    this.endpoints = requireNonNull(endpoints, "endpoints");
    this.analyst = new ClickHouseClient(SharedSettings.analyst(settings));
    this.engine = new DeskEngine(analyst, analyst);
  }

  @Override
  public void mount(Router router) {
    router.get("/api/queries/:endpoint").handler(this::ask);
  }

  private void ask(RoutingContext context) {
    String id = context.pathParam("endpoint");
    String given = Optional.ofNullable(context.request().getHeader("Authorization")).orElse("");
    if (!given.startsWith(BEARER)) {
      unknown(context);
      return;
    }
    workers
        .call(() -> find(id, given.substring(BEARER.length()).strip()))
        .onSuccess(
            asked -> asked.ifPresentOrElse(one -> queue(context, one), () -> unknown(context)))
        .onFailure(context::fail);
  }

  private Optional<Asked> find(String id, String token) {
    return endpoints
        .find(id, token)
        .flatMap(
            endpoint ->
                journal
                    .edition(endpoint.queryId(), endpoint.edition())
                    .map(query -> new Asked(endpoint, query)));
  }

  /** Whoever asks does not learn whether the endpoint exists. */
  private void unknown(RoutingContext context) {
    Messages messages = pages.messages(context);
    context.response().putHeader("WWW-Authenticate", "Bearer");
    new Problem(
            UNAUTHORIZED,
            "token",
            messages.text("endpoint.token"),
            messages.text("endpoint.token.advice"))
        .answer(context);
  }

  private void queue(RoutingContext context, Asked asked) {
    Placeholders placeholders = Placeholders.of(asked.query().text().statement());
    Optional<String> unknown = placeholders.unknown(context.queryParams().names());
    if (unknown.isPresent()) {
      refuse(
          context,
          BAD,
          "bad-parameter",
          pages
              .messages(context)
              .text("endpoint.unknown-value", unknown.get(), placeholders.toString()),
          new JsonObject().put("parameter", unknown.get()));
      return;
    }
    DeskStatement statement =
        new DeskStatement(
            asked.query().text().statement(),
            placeholders.values(asked.query().text().parameters(), context.queryParams()),
            "endpoint:" + asked.endpoint().id());
    boolean taken =
        turns.take(() -> answer(context, asked, new DeskRun(statement, LIMITS, clock.instant())));
    AuditTrail.note(
        context,
        AuditKind.QUERY,
        taken,
        "endpoint " + asked.endpoint().id() + " " + asked.endpoint().name(),
        statement.audited());
    if (!taken) {
      context.response().putHeader("Retry-After", "5");
      refuse(
          context,
          TOO_MANY,
          "too-many",
          pages.messages(context).text("endpoint.busy", MOST_WAITING),
          new JsonObject());
    }
  }

  /** How the answer ends; nothing when whoever asked gave up. */
  private Runnable answer(RoutingContext context, Asked asked, DeskRun run) {
    if (context.response().closed()) {
      return () -> {};
    }
    try {
      String body =
          RunAnswer.table(
              engine.run(run).table(), asked.query().text().name(), asked.query().edition());
      return () ->
          context
              .response()
              .putHeader("Content-Type", "application/json; charset=utf-8")
              .putHeader("Cache-Control", "no-store")
              .end(body);
    } catch (RefusedException e) {
      return () -> refuse(context, e.refusal());
    } catch (StoreException e) {
      return () -> refuse(context, Refusal.from(e));
    } catch (RuntimeException | Error e) {
      LOG.warn("endpoint {}: run {} failed", asked.endpoint().id(), run.id(), e);
      return () -> refuse(context, Refusal.ofDefect(e, run.id()));
    }
  }

  private void refuse(RoutingContext context, Refusal refusal) {
    int status =
        switch (refusal.key()) {
          case "away" -> AWAY;
          case "busy", "crowded", "quota" -> TOO_MANY;
          case "parameter" -> BAD;
          default -> UNPROCESSABLE;
        };
    refuse(
        context,
        status,
        kind(status),
        new RunAnswer(pages.messages(context)).sentence(refusal, LIMITS),
        more(refusal));
  }

  private static String kind(int status) {
    return switch (status) {
      case AWAY -> "away";
      case TOO_MANY -> "too-many";
      case BAD -> "bad-parameter";
      default -> "statement-refused";
    };
  }

  /** Which limit or right it was, and where in the statement. */
  private static JsonObject more(Refusal refusal) {
    JsonObject more = new JsonObject().put("reason", refusal.key());
    if (refusal.key().equals("parameter") && !refusal.argument().isEmpty()) {
      more.put("parameter", refusal.argument());
    }
    if (refusal.line() > 0) {
      more.put("line", refusal.line()).put("column", refusal.column());
    }
    return more;
  }

  private void refuse(
      RoutingContext context, int status, String kind, String sentence, JsonObject more) {
    String title = pages.messages(context).text("endpoint." + kind);
    new Problem(status, kind, title, sentence, more).answer(context);
  }

  @Override
  public void close() {
    turns.close();
    analyst.close();
  }
}
