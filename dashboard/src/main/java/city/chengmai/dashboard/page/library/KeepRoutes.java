package city.chengmai.dashboard.page.library;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.SameOrigin;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.library.QueryJournal;
import city.chengmai.dashboard.library.QueryJournal.Answer;
import city.chengmai.dashboard.library.SavedQuery;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the desk's page sends to keep a statement, and asks for to open one. Answers are JSON. */
public final class KeepRoutes implements RouteGroup {

  private static final String STEP = "[0-9A-Za-z-]{1,64}";
  private static final int LONGEST_BODY = 512 * 1024;
  private static final int BAD = 400;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;
  private static final int DONE = 200;

  private final Workers workers;
  private final Pages pages;
  private final QueryJournal journal;

  /** Routes over this journal. */
  public KeepRoutes(Workers workers, Pages pages, QueryJournal journal) {
    this.workers = requireNonNull(workers, "workers");
    this.pages = requireNonNull(pages, "pages");
    this.journal = requireNonNull(journal, "journal");
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LONGEST_BODY);
    router.get("/desk/queries/:query").handler(this::open);
    router
        .post("/desk/queries")
        .handler(body)
        .handler(new SameOrigin())
        .handler(context -> keep(context, ""));
    router
        .post("/desk/queries/:query")
        .handler(body)
        .handler(new SameOrigin())
        .handler(context -> keep(context, context.pathParam("query")));
  }

  private void open(RoutingContext context) {
    String account = LibraryStep.account(context);
    workers
        .call(
            () ->
                journal
                    .latest(context.pathParam("query"), account)
                    .orElseThrow(() -> new HttpException(NOT_FOUND)))
        .onSuccess(query -> answer(context, DONE, json(query)))
        .onFailure(context::fail);
  }

  private void keep(RoutingContext context, String id) {
    try {
      JsonObject asked = context.body().asJsonObject();
      if (!asked.getString("step", "").matches(STEP)) {
        context.fail(BAD);
        return;
      }
      SavedQuery.Text text = text(asked);
      QueryJournal.Step step =
          LibraryStep.of(context, asked.getString("step"), asked.getInteger("basedOn", 0));
      workers
          .call(() -> id.isEmpty() ? journal.add(step, text) : journal.edit(id, step, text))
          .onSuccess(answer -> answer(context, id, answer))
          .onFailure(context::fail);
    } catch (DecodeException | ClassCastException | NullPointerException notOurPage) {
      context.fail(BAD);
    }
  }

  private void answer(RoutingContext context, String id, Answer answer) {
    LibraryStep.note(context, "keep", answer.latest().map(SavedQuery::id).orElse(id), answer);
    Messages messages = pages.messages(context);
    switch (answer.outcome()) {
      case TAKEN, REPEATED -> answer(context, DONE, json(answer.latest().orElseThrow()));
      case OVERTAKEN ->
          answer(
              context,
              CONFLICT,
              sentence(messages.text("library.conflict"))
                  .put("edition", answer.latest().map(SavedQuery::edition).orElse(0)));
      case NOT_KEEPABLE ->
          answer(
              context,
              UNPROCESSABLE,
              sentence(
                  messages.text(
                      "library.not-keepable",
                      SavedQuery.LONGEST_NAME,
                      SavedQuery.LONGEST_NOTE,
                      SavedQuery.LONGEST_STATEMENT)));
      default -> answer(context, NOT_FOUND, sentence(messages.text("desk.keep.gone", NOT_FOUND)));
    }
  }

  private static SavedQuery.Text text(JsonObject asked) {
    Map<String, String> parameters = new LinkedHashMap<>();
    JsonObject given = asked.getJsonObject("parameters", new JsonObject());
    given.fieldNames().forEach(name -> parameters.put(name, given.getString(name, "")));
    return new SavedQuery.Text(
        asked.getString("name", ""),
        asked.getString("folder", ""),
        asked.getString("note", ""),
        asked.getString("statement", ""),
        parameters,
        asked.getBoolean("shared", false));
  }

  private static JsonObject json(SavedQuery query) {
    JsonObject parameters = new JsonObject();
    query.text().parameters().forEach(parameters::put);
    return new JsonObject()
        .put("id", query.id())
        .put("edition", query.edition())
        .put("name", query.text().name())
        .put("folder", query.text().folder())
        .put("note", query.text().note())
        .put("shared", query.text().shared())
        .put("statement", query.text().statement())
        .put("parameters", parameters);
  }

  private static JsonObject sentence(String text) {
    return new JsonObject().put("sentence", text);
  }

  private static void answer(RoutingContext context, int status, JsonObject body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(body.encode());
  }
}
