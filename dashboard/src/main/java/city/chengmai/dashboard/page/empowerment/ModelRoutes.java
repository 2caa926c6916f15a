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
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.page.alert.PostCookie;
import city.chengmai.dashboard.page.empowerment.EffortJournal.Told;
import city.chengmai.dashboard.page.empowerment.HitJournal.Deed;
import city.chengmai.dashboard.query.EmpowermentQueries;
import city.chengmai.dashboard.query.EmpowermentQueries.ActionRow;
import city.chengmai.dashboard.query.EmpowermentQueries.CountRow;
import city.chengmai.dashboard.query.EmpowermentQueries.EffortRow;
import city.chengmai.dashboard.query.EmpowermentQueries.HitRow;
import city.chengmai.dashboard.query.EmpowermentQueries.RunRow;
import city.chengmai.dashboard.query.EmpowermentQueries.TimeRow;
import city.chengmai.datasets.empowerment.EmpowermentModel;
import city.chengmai.datasets.empowerment.StoredModel;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The library of computing models (赋能模型), and what officers do about their hits. */
public final class ModelRoutes implements RouteGroup {

  private static final int LONGEST_BODY = 16 * 1024;
  private static final int LONGEST_POST = 120;
  private static final int LONGEST_COMMENT = 1_000;
  private static final int NOT_FOUND = 404;
  private static final int TIME_DAYS = 90;
  private static final int MOST_CHECK = 1_440;
  private static final int MOST_EFFORT = 100_000;
  private static final String ID = "[0-9a-zA-Z-]{8,64}";

  private final Workers workers;
  private final Pages pages;
  private final CityDirectory city;
  private final EmpowermentQueries queries;
  private final ModelLibrary library;
  private final HitJournal journal;
  private final EffortJournal effortJournal;

  /** Routes that read by these queries and write into these journals. */
  public ModelRoutes(
      Workers workers,
      Pages pages,
      CityDirectory city,
      EmpowermentQueries queries,
      ModelLibrary library,
      HitJournal journal,
      EffortJournal efforts) {
    this.workers = workers;
    this.pages = pages;
    this.city = city;
    this.queries = queries;
    this.library = library;
    this.journal = journal;
    this.effortJournal = efforts;
  }

  @Override
  public void mount(Router router) {
    router.get("/models").handler(this::library);
    router.get("/model/:model").handler(context -> show(context, ""));
    router
        .post("/model/:model/hits/:hit/actions")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
        .handler(new SameOrigin())
        .handler(this::act);
    router
        .post("/model/:model/effort")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
        .handler(new SameOrigin())
        .handler(this::tellEffort);
  }

  private void library(RoutingContext context) {
    Figures figures = figures(context);
    boolean writes = RouteTable.opens(Visit.of(context).visitor(), "/models/new");
    pages.show(context, "models", () -> library(figures, writes));
  }

  private Map<String, Object> library(Figures figures, boolean writes) {
    Map<String, CountRow> counts =
        queries.counts().stream().collect(Collectors.toMap(CountRow::modelId, Function.identity()));
    Map<String, RunRow> runs =
        queries.lastRuns().stream().collect(Collectors.toMap(RunRow::modelId, Function.identity()));
    Map<String, TimeRow> times = times();
    Map<String, EffortRow> efforts =
        queries.efforts("").stream()
            .collect(
                Collectors.toMap(
                    EffortRow::modelId, Function.identity(), (latest, earlier) -> latest));
    List<StoredModel> written = library.written();
    List<ModelView> models =
        library.models().models().stream()
            .map(
                model ->
                    view(
                        model,
                        origin(model, written, figures.messages()),
                        counts,
                        Optional.ofNullable(runs.get(model.id())),
                        Optional.ofNullable(times.get(model.id())),
                        Optional.ofNullable(efforts.get(model.id())),
                        figures))
            .toList();
    return Map.of(
        "models",
        models,
        "own",
        written.stream().map(model -> OwnModelView.line(model, figures.messages())).toList(),
        "writes",
        writes,
        "days",
        figures.count(TIME_DAYS));
  }

  private Map<String, TimeRow> times() {
    CityMoment moment = city.moment();
    return queries.times(moment.start(TIME_DAYS - 1), moment.now()).stream()
        .collect(Collectors.toMap(TimeRow::modelId, Function.identity()));
  }

  /** Empty for a model that is shipped. */
  private static String origin(
      EmpowermentModel model, List<StoredModel> written, Messages messages) {
    return written.stream()
        .filter(one -> one.id().equals(model.id()))
        .flatMap(one -> one.asked().stream())
        .findFirst()
        .map(one -> messages.text("ownmodels.origin", OwnModelView.state(one.state(), messages)))
        .orElse("");
  }

  private ModelView view(
      EmpowermentModel model,
      String origin,
      Map<String, CountRow> counts,
      Optional<RunRow> run,
      Optional<TimeRow> checks,
      Optional<EffortRow> effort,
      Figures figures) {
    CountRow of = counts.getOrDefault(model.id(), CountRow.none(model.id()));
    TimeSaved saved = TimeSaved.of(checks, effort, figures);
    return ModelView.of(model, origin, of, run, saved, city.model(), figures);
  }

  private void show(RoutingContext context, String notice) {
    Figures figures = figures(context);
    String post = PostCookie.of(context);
    String id = context.pathParam("model");
    pages.show(context, "model", () -> model(found(id), figures, post, notice));
  }

  private Map<String, Object> model(
      EmpowermentModel of, Figures figures, String post, String notice) {
    Map<String, CountRow> counts =
        queries.counts().stream().collect(Collectors.toMap(CountRow::modelId, Function.identity()));
    List<RunRow> runs = queries.runs(of.id());
    List<ActionRow> deeds = queries.actionsOfModel(of.id());
    Map<String, Object> model = new LinkedHashMap<>();
    String origin = origin(of, library.written(), figures.messages());
    List<EffortRow> efforts = queries.efforts(of.id());
    model.put(
        "model",
        view(
            of,
            origin,
            counts,
            runs.stream().findFirst(),
            Optional.ofNullable(times().get(of.id())),
            efforts.stream().findFirst(),
            figures));
    model.put("days", figures.count(TIME_DAYS));
    model.put("efforts", efforts.stream().map(row -> Effort.of(row, figures)).toList());
    model.put("effortForm", UUID.randomUUID().toString());
    model.put("sql", runs.stream().findFirst().map(RunRow::question).orElse(""));
    model.put("runs", runs.stream().map(run -> Run.of(run, figures)).toList());
    model.put(
        "hits",
        queries.hits(of.id()).stream()
            .map(hit -> HitView.of(hit, deeds, city.model(), figures))
            .toList());
    model.put("post", post);
    model.put("notice", notice);
    return model;
  }

  /** A run as it is shown. */
  public record Run(String day, String version, String findings, String took, String fault) {

    static Run of(RunRow row, Figures figures) {
      return new Run(
          figures.day(row.day()),
          String.valueOf(row.modelVersion()),
          figures.count(row.findings()),
          figures.count(row.milliseconds()) + " ms",
          row.message());
    }
  }

  /** What a department told of finding by hand, as it is shown. */
  public record Effort(String at, String actor, String minutes, String ground) {

    static Effort of(EffortRow row, Figures figures) {
      return new Effort(
          figures.fullMoment(row.toldAt()),
          row.actor(),
          figures.count(row.minutes()),
          row.ground());
    }
  }

  private void tellEffort(RoutingContext context) {
    MultiMap form = context.request().formAttributes();
    Optional<Integer> minutes = number(text(form, "minutes"), MOST_EFFORT);
    Told told =
        new Told(
            text(form, "action_id"),
            minutes.orElse(0),
            text(form, "ground"),
            Visit.of(context).actor().orElseGet(() -> text(form, "actor")));
    String problem = minutes.isEmpty() ? "models.form.effort" : problem(told);
    if (!problem.isEmpty()) {
      refuse(context, 400, problem);
      return;
    }
    String model = context.pathParam("model");
    workers
        .call(
            () -> {
              effortJournal.take(found(model).id(), told, city.moment().now());
              return true;
            })
        .onSuccess(
            taken -> {
              AuditTrail.note(
                  context,
                  AuditKind.MODEL_EFFORT,
                  true,
                  model,
                  told.minutes() + " min " + told.ground());
              back(context, model, told.actor(), "#effort");
            })
        .onFailure(context::fail);
  }

  private static String problem(Told told) {
    if (!told.id().matches(ID)) {
      return "alert.form.broken";
    }
    if (told.actor().isEmpty()) {
      return "alert.form.no-actor";
    }
    if (told.ground().isEmpty()) {
      return "models.form.no-ground";
    }
    boolean tooLong =
        told.actor().length() > LONGEST_POST || told.ground().length() > LONGEST_COMMENT;
    return tooLong ? "alert.form.too-long" : "";
  }

  /** A whole number from 1 up to the most; empty for anything else. */
  private static Optional<Integer> number(String text, int most) {
    return text.matches("[0-9]{1,6}")
        ? Optional.of(Integer.parseInt(text)).filter(given -> given > 0 && given <= most)
        : Optional.empty();
  }

  private void act(RoutingContext context) {
    MultiMap form = context.request().formAttributes();
    Optional<HitStep> step = HitStep.of(text(form, "action"));
    String took = step.filter(HitStep::isCheck).map(check -> text(form, "minutes")).orElse("");
    Optional<Integer> minutes = number(took, MOST_CHECK);
    Deed deed =
        new Deed(
            text(form, "action_id"),
            step.orElse(HitStep.COMMENT),
            Visit.of(context).actor().orElseGet(() -> text(form, "actor")),
            text(form, "department"),
            text(form, "comment"),
            minutes.orElse(null));
    String problem =
        step.isEmpty()
            ? "alert.form.broken"
            : !took.isEmpty() && minutes.isEmpty() ? "models.form.minutes" : problem(deed);
    if (!problem.isEmpty()) {
      refuse(context, 400, problem);
      return;
    }
    String model = context.pathParam("model");
    String hit = context.pathParam("hit");
    workers
        .call(() -> journal.take(hit(found(model), hit), deed, city.moment().now()))
        .onSuccess(
            taken -> {
              AuditTrail.note(
                  context,
                  AuditKind.MODEL_HIT,
                  taken,
                  model + " " + hit,
                  deed.step().name().toLowerCase(Locale.ROOT) + " " + deed.comment());
              answer(context, model, deed.actor(), taken);
            })
        .onFailure(context::fail);
  }

  private static String problem(Deed deed) {
    if (!deed.id().matches(ID)) {
      return "alert.form.broken";
    }
    if (deed.actor().isEmpty()) {
      return "alert.form.no-actor";
    }
    if (deed.step() == HitStep.HAND_OVER && deed.department().isEmpty()) {
      return "models.form.no-department";
    }
    boolean wordless = deed.step() == HitStep.REJECT || deed.step() == HitStep.DECLINE;
    if (wordless && deed.comment().isEmpty()) {
      return "models.form.no-comment";
    }
    boolean tooLong =
        deed.actor().length() > LONGEST_POST
            || deed.department().length() > LONGEST_POST
            || deed.comment().length() > LONGEST_COMMENT;
    return tooLong ? "alert.form.too-long" : "";
  }

  private void answer(RoutingContext context, String model, String actor, boolean taken) {
    if (!taken) {
      refuse(context, 409, "models.refused");
      return;
    }
    back(context, model, actor, "#hits");
  }

  private static void back(RoutingContext context, String model, String actor, String part) {
    PostCookie.remember(context, actor);
    String back = "/model/" + PathSegment.of(model) + part;
    context.response().setStatusCode(303).putHeader("Location", back).end();
  }

  private void refuse(RoutingContext context, int status, String key) {
    context.response().setStatusCode(status);
    show(context, pages.messages(context).text(key));
  }

  private HitRow hit(EmpowermentModel model, String id) {
    return queries
        .hit(id)
        .filter(hit -> hit.modelId().equals(model.id()))
        .orElseThrow(() -> new HttpException(NOT_FOUND));
  }

  private EmpowermentModel found(String id) {
    return library.models().find(id).orElseThrow(() -> new HttpException(NOT_FOUND));
  }

  private Figures figures(RoutingContext context) {
    return new Figures(RequestLanguage.of(context), city.model().facts().zone());
  }

  private static String text(MultiMap form, String name) {
    return Optional.ofNullable(form.get(name)).orElse("").strip();
  }
}
