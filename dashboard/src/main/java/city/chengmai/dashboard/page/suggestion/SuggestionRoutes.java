package city.chengmai.dashboard.page.suggestion;

import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.http.AuditTrail;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.SameOrigin;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.alert.PostCookie;
import city.chengmai.dashboard.page.empowerment.ModelLibrary;
import city.chengmai.dashboard.page.suggestion.MeasureJournal.Decision;
import city.chengmai.dashboard.query.SuggestionQueries;
import city.chengmai.dashboard.query.SuggestionQueries.DecisionRow;
import city.chengmai.dashboard.query.SuggestionQueries.SuggestedRow;
import city.chengmai.dashboard.query.SuggestionQueries.ToldRow;
import city.chengmai.datasets.empowerment.EmpowermentModels;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Suggested measures (建议): what speaks for each, the decision, and what came of it. */
public final class SuggestionRoutes implements RouteGroup {

  /** A reason for which a measure is rejected. */
  public record Reason(String key, String name) {}

  /** A suggestion of another system as it is shown. */
  public record Told(
      String at, String title, String area, String expected, String effect, String decision) {}

  private static final List<String> KINDS =
      List.of("extra-patrol", "class-fix", "hand-over", "visit", "threshold");
  private static final List<String> REASONS =
      List.of("no-people", "already-done", "not-so", "other-way", "other");
  private static final int LONGEST_BODY = 16 * 1024;
  private static final int LONGEST_POST = 120;
  private static final int LONGEST_COMMENT = 1_000;
  private static final int NOT_FOUND = 404;

  private final Workers workers;
  private final Pages pages;
  private final CityDirectory city;
  private final SuggestionQueries queries;
  private final ModelLibrary library;
  private final MeasureJournal journal;

  /** Routes that read by these queries and write into this journal. */
  public SuggestionRoutes(
      Workers workers,
      Pages pages,
      CityDirectory city,
      SuggestionQueries queries,
      ModelLibrary library,
      MeasureJournal journal) {
    this.workers = workers;
    this.pages = pages;
    this.city = city;
    this.queries = queries;
    this.library = library;
    this.journal = journal;
  }

  @Override
  public void mount(Router router) {
    router.get("/suggestions").handler(context -> show(context, ""));
    router
        .post("/suggestions/:measure/decisions")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
        .handler(new SameOrigin())
        .handler(this::decide);
  }

  private void show(RoutingContext context, String notice) {
    Figures figures = new Figures(RequestLanguage.of(context), city.model().facts().zone());
    String post = PostCookie.of(context);
    String grid = Optional.ofNullable(context.request().getParam("grid")).orElse("");
    pages.show(context, "suggestions", () -> model(figures, grid, post, notice));
  }

  private Map<String, Object> model(Figures figures, String grid, String post, String notice) {
    Messages messages = figures.messages();
    EmpowermentModels models = library.models();
    List<SuggestedRow> measures = queries.measures(grid);
    List<DecisionRow> decisions = queries.decisions("");
    Map<String, Object> model = new LinkedHashMap<>();
    model.put(
        "measures",
        measures.stream()
            .map(row -> MeasureView.of(row, decisions, city.model(), models, figures))
            .toList());
    model.put(
        "rates",
        KINDS.stream().map(kind -> HitRate.of(kind, measures, decisions, figures)).toList());
    model.put("told", queries.told(grid).stream().map(row -> told(row, figures)).toList());
    model.put(
        "reasons",
        REASONS.stream()
            .map(key -> new Reason(key, messages.text("suggestions.reason." + key)))
            .toList());
    model.put("grid", grid.isEmpty() ? "" : city.model().areaName(grid, messages.language()));
    model.put("post", post);
    model.put("notice", notice);
    return model;
  }

  private Told told(ToldRow row, Figures figures) {
    return new Told(
        figures.moment(row.madeAt()),
        row.title(),
        city.model().areaName(row.areaId(), figures.messages().language()),
        row.indicator() + " " + figures.signed(row.expectedEffect(), 1),
        figures.signed(row.effect(), 1),
        row.decision().isEmpty()
            ? Figures.NONE
            : figures.messages().textOr("suggestions.told." + row.decision(), row.decision()));
  }

  private void decide(RoutingContext context) {
    MultiMap form = context.request().formAttributes();
    String word = text(form, "decision");
    Decision decision =
        new Decision(
            text(form, "decision_id"),
            word.equals("accept"),
            text(form, "reason"),
            Visit.of(context).actor().orElseGet(() -> text(form, "actor")),
            text(form, "comment"));
    String problem =
        word.equals("accept") || word.equals("reject") ? problem(decision) : "alert.form.broken";
    if (!problem.isEmpty()) {
      refuse(context, 400, problem);
      return;
    }
    String measure = context.pathParam("measure");
    workers
        .call(() -> journal.decide(found(measure), decision, city.moment().now()))
        .onSuccess(
            taken -> {
              AuditTrail.note(
                  context,
                  AuditKind.SUGGESTION,
                  taken,
                  measure,
                  word + " " + decision.reason() + " " + decision.comment());
              answer(context, decision.actor(), taken);
            })
        .onFailure(context::fail);
  }

  private static String problem(Decision decision) {
    if (!decision.id().matches("[0-9a-zA-Z-]{8,64}")) {
      return "alert.form.broken";
    }
    if (decision.actor().isEmpty()) {
      return "alert.form.no-actor";
    }
    if (!decision.accepts() && !REASONS.contains(decision.reason())) {
      return "suggestions.no-reason";
    }
    boolean tooLong =
        decision.actor().length() > LONGEST_POST || decision.comment().length() > LONGEST_COMMENT;
    return tooLong ? "alert.form.too-long" : "";
  }

  private void answer(RoutingContext context, String actor, boolean taken) {
    if (!taken) {
      refuse(context, 409, "suggestions.refused");
      return;
    }
    PostCookie.remember(context, actor);
    context.response().setStatusCode(303).putHeader("Location", "/suggestions").end();
  }

  private void refuse(RoutingContext context, int status, String key) {
    context.response().setStatusCode(status);
    show(context, pages.messages(context).text(key));
  }

  private SuggestedRow found(String id) {
    return queries.measure(id).orElseThrow(() -> new HttpException(NOT_FOUND));
  }

  private static String text(MultiMap form, String name) {
    return Optional.ofNullable(form.get(name)).orElse("").strip();
  }
}
