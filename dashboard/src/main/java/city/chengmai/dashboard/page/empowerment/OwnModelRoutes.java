package city.chengmai.dashboard.page.empowerment;

import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.access.RouteTable;
import city.chengmai.dashboard.http.AuditTrail;
import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.SameOrigin;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.alert.PostCookie;
import city.chengmai.dashboard.page.desk.StatementFault;
import city.chengmai.dashboard.page.empowerment.ModelJournal.Answer;
import city.chengmai.dashboard.page.empowerment.ModelJournal.Deed;
import city.chengmai.dashboard.page.empowerment.ModelJournal.Outcome;
import city.chengmai.dashboard.query.ModelStepQueries;
import city.chengmai.datasets.clickhouse.ClickHouseClient;
import city.chengmai.datasets.clickhouse.StoreException;
import city.chengmai.datasets.empowerment.ModelDefinition;
import city.chengmai.datasets.empowerment.ModelFault;
import city.chengmai.datasets.empowerment.ModelStep;
import city.chengmai.datasets.empowerment.ModelStep.Kind;
import city.chengmai.datasets.empowerment.StoredModel;
import city.chengmai.datasets.empowerment.StoredModel.Version;
import city.chengmai.datasets.settings.Settings;
import city.chengmai.datasets.settings.SharedSettings;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Models that analysts write (赋能模型): the form, dry runs as the analyst, review by a second person,
 * and each version. Owns its client: close it.
 */
public final class OwnModelRoutes implements RouteGroup {

  private static final String TEMPLATE = "own-model";
  private static final String TRY = "try";
  private static final int SEE_OTHER = 303;
  private static final int BAD = 400;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int LONGEST_BODY = 128 * 1024;
  private static final int HITS_SHOWN = 50;

  private final Workers workers;
  private final Pages pages;
  private final CityDirectory city;
  private final ModelStepQueries queries;
  private final ModelJournal journal;
  private final ClickHouseClient analyst;
  private final ModelTrial trial;

  /** What a request came to: a result to show, or an answer of the journal. */
  private record Came(Optional<ModelTrial.Result> result, Optional<Answer> answer) {}

  /** Routes that read by these queries and write into this journal. */
  public OwnModelRoutes(
      Settings settings,
      Workers workers,
      Pages pages,
      CityDirectory city,
      ModelStepQueries queries,
      ModelJournal journal) {
    this.workers = workers;
    this.pages = pages;
    this.city = city;
    this.queries = queries;
    this.journal = journal;
    this.analyst = new ClickHouseClient(SharedSettings.analyst(settings));
    this.trial = new ModelTrial(analyst);
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LONGEST_BODY);
    router.get("/models/new").handler(context -> show(context, "", Page.NOTHING));
    router
        .post("/models/new")
        .handler(body)
        .handler(new SameOrigin())
        .handler(context -> act(context, ""));
    router
        .get("/models/own/:model")
        .handler(context -> show(context, context.pathParam("model"), Page.NOTHING));
    router
        .post("/models/own/:model")
        .handler(body)
        .handler(new SameOrigin())
        .handler(context -> act(context, context.pathParam("model")));
  }

  @Override
  public void close() {
    analyst.close();
  }

  /**
   * What a page shows beside the model.
   *
   * @param typed what was typed; empty: what is on file
   * @param notice why nothing was kept; empty when nothing is to be said
   * @param result of a dry run
   */
  private record Page(
      Optional<ModelForm> typed, String notice, Optional<ModelTrial.Result> result) {

    static final Page NOTHING = new Page(Optional.empty(), "", Optional.empty());
  }

  private void show(RoutingContext context, String id, Page page) {
    Figures figures = new Figures(RequestLanguage.of(context), city.model().facts().zone());
    String post = PostCookie.of(context);
    boolean writes =
        RouteTable.find("POST", "/models/new")
            .filter(found -> found.row().allows(Visit.of(context).visitor()))
            .isPresent();
    pages.show(context, TEMPLATE, () -> model(id, page, figures, writes ? post : null));
  }

  /**
   * The page of a model.
   *
   * @param post that acts from this browser; null where nobody may act
   */
  private Map<String, Object> model(String id, Page page, Figures figures, String post) {
    Messages messages = figures.messages();
    List<ModelStep> steps = id.isEmpty() ? List.of() : queries.steps(id);
    Optional<StoredModel> stored = StoredModel.of(steps).stream().findFirst();
    if (!id.isEmpty() && stored.isEmpty()) {
      throw new HttpException(NOT_FOUND);
    }
    Map<String, Object> model = new LinkedHashMap<>(OwnModelView.choices(city.model(), messages));
    model.put("id", id);
    model.put("edition", stored.map(StoredModel::edition).orElse(0));
    model.put("line", stored.map(one -> OwnModelView.line(one, messages)).orElse(null));
    model.put("asked", stored.flatMap(StoredModel::asked).isPresent());
    model.put(
        "versions",
        stored.map(StoredModel::versions).orElse(List.of()).stream()
            .map(version -> OwnModelView.shown(version, messages))
            .toList());
    model.put("form", form(stored, page).shown());
    model.put("formId", UUID.randomUUID().toString());
    model.put("notice", page.notice());
    model.put("writes", post != null);
    model.put("post", post == null ? "" : post);
    putResult(model, page, figures);
    List<ModelStep> latestFirst =
        new ArrayList<>(steps.stream().filter(step -> step.holds() == 1).toList());
    Collections.reverse(latestFirst);
    model.put(
        "history", latestFirst.stream().map(step -> OwnModelView.done(step, figures)).toList());
    return model;
  }

  /** What was typed stays; else it begins with what was written down last. */
  private static ModelForm form(Optional<StoredModel> stored, Page page) {
    return page.typed()
        .filter(form -> !form.text("statement").isEmpty())
        .or(() -> stored.map(model -> ModelForm.of(model.id(), model.latest())))
        .orElseGet(ModelForm::empty);
  }

  private void putResult(Map<String, Object> model, Page page, Figures figures) {
    model.put("tried", page.result().isPresent());
    page.result()
        .ifPresent(
            result -> {
              model.put("found", figures.count(result.hits().size()));
              model.put("took", figures.count(result.milliseconds()));
              model.put("inputs", result.inputs());
              model.put("more", result.hits().size() > HITS_SHOWN);
              model.put(
                  "hits",
                  result.hits().stream()
                      .limit(HITS_SHOWN)
                      .map(hit -> OwnModelView.hit(hit, city.model(), figures))
                      .toList());
            });
  }

  private void act(RoutingContext context, String id) {
    ModelForm form = ModelForm.of(fields(context, id));
    String what = form.text("do");
    Optional<Kind> kind = Kind.of(what);
    String problem = problem(form, kind, id.isEmpty());
    if (!problem.isEmpty()) {
      refuse(context, id, BAD, form, pages.messages(context).text(problem));
      return;
    }
    CityModel of = city.model();
    workers
        .call(() -> take(id, form, kind, of))
        .onSuccess(
            came -> {
              note(context, form, came);
              answer(context, id, form, came);
            })
        .onFailure(fault -> fail(context, id, form, fault));
  }

  /** Message key of what is wrong with a request; empty when nothing is. */
  private String problem(ModelForm form, Optional<Kind> kind, boolean isNew) {
    boolean tries = form.text("do").equals(TRY);
    boolean writes = kind.equals(Optional.of(Kind.PROPOSE));
    if (!tries && (kind.isEmpty() || (isNew && !writes))) {
      return "alert.form.broken";
    }
    String problem = "";
    if (writes || (tries && form.number("version") < 0)) {
      problem = form.definitionProblem(ModelLibrary.departments(city.model()));
    }
    if (problem.isEmpty() && !tries) {
      problem = form.stepProblem();
    }
    boolean wordless =
        kind.filter(one -> one == Kind.REJECT || one == Kind.RETIRE).isPresent()
            && form.text("comment").isEmpty();
    return problem.isEmpty() && wordless ? "ownmodels.form.why" : problem;
  }

  private Came take(String id, ModelForm form, Optional<Kind> kind, CityModel of) {
    if (kind.isEmpty()) {
      ModelDefinition definition =
          form.number("version") < 0 ? form.definition() : version(id, form).definition();
      return new Came(Optional.of(tried(definition, of)), Optional.empty());
    }
    Deed deed =
        new Deed(
            form.text("step_id"),
            form.number("based_on"),
            form.text("account"),
            form.text("actor"),
            form.text("comment"));
    Answer answer =
        switch (kind.get()) {
          case PROPOSE -> {
            ModelDefinition definition = form.definition();
            ModelTrial.Result result = tried(definition, of);
            yield journal.propose(
                form.text("model_id"), deed, definition, result.inputs(), city.moment().now());
          }
          case ACTIVATE -> {
            // What it reads may have changed since it was reviewed.
            tried(version(id, form).definition(), of);
            yield acted(id, form, deed, Kind.ACTIVATE);
          }
          default -> acted(id, form, deed, kind.get());
        };
    return new Came(Optional.empty(), Optional.of(answer));
  }

  private Answer acted(String id, ModelForm form, Deed deed, Kind kind) {
    return journal.act(id, deed, kind, form.number("version"), city.moment().now());
  }

  private Version version(String id, ModelForm form) {
    return StoredModel.of(queries.steps(id)).stream()
        .findFirst()
        .flatMap(model -> model.version(form.number("version")))
        .orElseThrow(() -> new HttpException(NOT_FOUND));
  }

  private ModelTrial.Result tried(ModelDefinition definition, CityModel of) {
    return trial.run(definition, of, city.moment().now());
  }

  private static void note(RoutingContext context, ModelForm form, Came came) {
    boolean done =
        came.answer()
            .map(one -> one.outcome() == Outcome.TAKEN || one.outcome() == Outcome.REPEATED)
            .orElse(true);
    note(context, form, done);
  }

  private static void note(RoutingContext context, ModelForm form, boolean done) {
    String what = (form.text("do") + " " + form.text("version")).strip();
    AuditTrail.note(context, AuditKind.OWN_MODEL, done, form.text("model_id"), what);
  }

  private void answer(RoutingContext context, String id, ModelForm form, Came came) {
    if (came.result().isPresent()) {
      show(context, id, new Page(Optional.of(form), "", came.result()));
      return;
    }
    Answer answer = came.answer().orElseThrow();
    switch (answer.outcome()) {
      case UNKNOWN -> context.fail(NOT_FOUND);
      case TAKEN, REPEATED -> {
        PostCookie.remember(context, form.text("actor"));
        String to = "/models/own/" + PathSegment.of(form.text("model_id"));
        context.response().setStatusCode(SEE_OTHER).putHeader("Location", to).end();
      }
      default ->
          refuse(
              context,
              id,
              CONFLICT,
              form,
              pages.messages(context).text("ownmodels.conflict." + key(answer), answer.ahead()));
    }
  }

  private static String key(Answer answer) {
    return switch (answer.outcome()) {
      case OVERTAKEN -> "overtaken";
      case ID_TAKEN -> "id-taken";
      case SAME_PERSON -> "same-person";
      default -> "refused";
    };
  }

  /** Whatever its author can change is said on the page; the rest goes on. */
  private void fail(RoutingContext context, String id, ModelForm form, Throwable fault) {
    Messages messages = pages.messages(context);
    if (fault instanceof ModelFault wrong) {
      note(context, form, false);
      String said = messages.text("ownmodels.fault." + wrong.key(), wrong.argument());
      refuse(context, id, BAD, form, said);
    } else if (fault instanceof StoreException refused && refused.clickHouseCode() != 0) {
      note(context, form, false);
      int seconds = Math.max(1, form.number("seconds"));
      refuse(context, id, BAD, form, StatementFault.sentence(refused, seconds, messages));
    } else {
      context.fail(fault);
    }
  }

  private void refuse(
      RoutingContext context, String id, int status, ModelForm form, String notice) {
    context.response().setStatusCode(status);
    show(context, id, new Page(Optional.of(form), notice, Optional.empty()));
  }

  /** What was typed; an account acts under its own name, whatever the form says. */
  private static Map<String, String> fields(RoutingContext context, String id) {
    Map<String, String> fields = new HashMap<>();
    context
        .request()
        .formAttributes()
        .forEach(entry -> fields.putIfAbsent(entry.getKey(), entry.getValue()));
    if (!id.isEmpty()) {
      fields.put("model_id", id);
    }
    Visit visit = Visit.of(context);
    fields.put("account", visit.visitor().name());
    visit.actor().ifPresent(actor -> fields.put("actor", actor));
    return fields;
  }
}
