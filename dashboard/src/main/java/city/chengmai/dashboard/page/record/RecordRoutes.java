package city.chengmai.dashboard.page.record;

import city.chengmai.dashboard.access.AuditKind;
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
import city.chengmai.dashboard.page.alert.PostCookie;
import city.chengmai.dashboard.page.files.FileDesk;
import city.chengmai.dashboard.query.FileQueries.FileRow;
import city.chengmai.dashboard.query.RecordQueries;
import city.chengmai.dashboard.query.RecordQueries.DiscrepancyRow;
import city.chengmai.dashboard.query.Store;
import city.chengmai.dashboard.record.RecordJournal;
import city.chengmai.dashboard.record.RecordJournal.Answer;
import city.chengmai.dashboard.record.RecordJournal.Outcome;
import city.chengmai.dashboard.record.RecordJournal.Subject;
import city.chengmai.dashboard.record.StepKind;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The board of base records, one record, and the forms to put it right. */
public final class RecordRoutes implements RouteGroup {

  private static final int SEE_OTHER = 303;
  private static final int BAD = 400;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int LONGEST_BODY = 32 * 1024;

  private final Workers workers;
  private final Pages pages;
  private final CityDirectory city;
  private final Store store;
  private final RecordQueries queries;
  private final RecordJournal journal;

  /** Routes that read from this store and write into this journal. */
  public RecordRoutes(
      Workers workers, Pages pages, CityDirectory city, Store store, RecordJournal journal) {
    this.workers = workers;
    this.pages = pages;
    this.city = city;
    this.store = store;
    this.queries = new RecordQueries(store);
    this.journal = journal;
  }

  @Override
  public void mount(Router router) {
    router.get("/records").handler(this::board);
    router.get("/record/:kind/:id").handler(context -> show(context, Optional.empty(), ""));
    router
        .post("/record/:kind/:id/steps")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
        .handler(new SameOrigin())
        .handler(this::act);
  }

  private void board(RoutingContext context) {
    Figures figures = figures(context);
    pages.show(context, "records", () -> new RecordBoard(desk(figures), queries).model());
  }

  /** The record, with what was typed where it could not be taken. */
  private void show(RoutingContext context, Optional<StepForm> typed, String notice) {
    Figures figures = figures(context);
    Subject subject = subject(context);
    String post = PostCookie.of(context);
    pages.show(
        context,
        "record",
        () -> {
          Map<String, Object> model =
              new RecordPage(desk(figures), queries, subject.kind())
                  .model(subject.id())
                  .orElseThrow(() -> new HttpException(NOT_FOUND));
          model.put("post", typed.map(StepForm::actor).orElse(post));
          model.put("notice", notice);
          model.put("typed", typed.map(form -> typed(form, subject, figures)).orElse(Map.of()));
          return model;
        });
  }

  private Map<String, Object> typed(StepForm form, Subject subject, Figures figures) {
    RecordWords words = new RecordWords(desk(figures));
    Messages messages = figures.messages();
    Map<String, Object> typed = new HashMap<>();
    String step = form.kind().map(StepKind::wireName).orElse("");
    typed.put("step", step.isEmpty() ? "" : messages.text("records.do." + step));
    typed.put("again", step.equals("propose"));
    typed.put("key", form.field());
    typed.put("field", words.field(subject.kind(), form.field()));
    typed.put("after", form.after());
    typed.put("discrepancy", form.discrepancyId());
    typed.put("comment", form.comment());
    typed.put("formId", UUID.randomUUID().toString());
    return typed;
  }

  private void act(RoutingContext context) {
    Subject subject = subject(context);
    StepForm form = StepForm.of(fields(context));
    String problem = form.problem(subject.kind());
    if (!problem.isEmpty()) {
      refuse(context, BAD, form, pages.messages(context).text(problem));
      return;
    }
    Figures figures = figures(context);
    workers
        .call(() -> take(subject, form, desk(figures)))
        .onSuccess(
            answer -> {
              note(context, subject, form, answer);
              answer(context, form, answer);
            })
        .onFailure(context::fail);
  }

  private Answer take(Subject subject, StepForm form, FileDesk desk) {
    FileRow file =
        desk.file(subject.kind(), subject.id()).orElseThrow(() -> new HttpException(NOT_FOUND));
    StepKind kind = form.kind().orElseThrow();
    return switch (kind) {
      case PROPOSE -> propose(subject, form, file, desk);
      case EXPLAIN -> explain(subject, form, desk);
      default ->
          journal.act(subject, form.step(), kind, form.correctionId(), file.fields(), desk.now());
    };
  }

  private Answer propose(Subject subject, StepForm form, FileRow file, FileDesk desk) {
    boolean about =
        doubt(subject, form, desk).filter(row -> row.field().equals(form.field())).isPresent();
    if (!form.discrepancyId().isEmpty() && !about) {
      return new Answer(Outcome.REFUSED, "");
    }
    return journal.propose(
        subject, form.step(), form.wanted(subject.kind()), file.field(form.field()), desk.now());
  }

  private Answer explain(Subject subject, StepForm form, FileDesk desk) {
    return doubt(subject, form, desk)
        .map(
            row ->
                journal.explain(
                    subject,
                    form.step(),
                    form.explained(row.field(), row.recordedValue()),
                    desk.now()))
        .orElseGet(() -> new Answer(Outcome.REFUSED, ""));
  }

  /** The disagreement of the form while it is open, or this very form has settled it. */
  private Optional<DiscrepancyRow> doubt(Subject subject, StepForm form, FileDesk desk) {
    boolean repeated =
        queries.steps(subject.kind(), subject.id()).stream()
            .anyMatch(step -> step.stepId().equals(form.id()));
    return queries.discrepancies(subject.kind(), subject.id(), desk.now()).stream()
        .filter(row -> row.discrepancyId().equals(form.discrepancyId()))
        .filter(row -> repeated || row.state().equals("open"))
        .findFirst();
  }

  private static void note(RoutingContext context, Subject subject, StepForm form, Answer answer) {
    AuditTrail.note(
        context,
        AuditKind.RECORD,
        answer.outcome() == Outcome.TAKEN || answer.outcome() == Outcome.REPEATED,
        subject.kind() + "/" + subject.id(),
        form.kind().map(StepKind::wireName).orElse("") + " " + form.field());
  }

  private void answer(RoutingContext context, StepForm form, Answer answer) {
    switch (answer.outcome()) {
      case UNKNOWN -> context.fail(NOT_FOUND);
      case OVERTAKEN, TOLD_ANEW, REFUSED, SAME_PERSON ->
          refuse(
              context,
              CONFLICT,
              form,
              pages
                  .messages(context)
                  .text("records.conflict." + key(answer.outcome()), answer.ahead()));
      default -> {
        PostCookie.remember(context, form.actor());
        context
            .response()
            .setStatusCode(SEE_OTHER)
            .putHeader(
                "Location",
                "/record/"
                    + PathSegment.of(context.pathParam("kind"))
                    + "/"
                    + PathSegment.of(context.pathParam("id")))
            .end();
      }
    }
  }

  private static String key(Outcome outcome) {
    return switch (outcome) {
      case OVERTAKEN -> "overtaken";
      case TOLD_ANEW -> "told-anew";
      case SAME_PERSON -> "same-person";
      default -> "refused";
    };
  }

  private void refuse(RoutingContext context, int status, StepForm form, String notice) {
    context.response().setStatusCode(status);
    show(context, Optional.of(form), notice);
  }

  private static Subject subject(RoutingContext context) {
    String kind = context.pathParam("kind");
    if (!RecordWords.KINDS.contains(kind)) {
      throw new HttpException(NOT_FOUND);
    }
    return new Subject(kind, context.pathParam("id"));
  }

  /** What was typed; an account acts under its own name, whatever the form says. */
  private static Map<String, String> fields(RoutingContext context) {
    Map<String, String> fields = new HashMap<>();
    context
        .request()
        .formAttributes()
        .forEach(entry -> fields.putIfAbsent(entry.getKey(), entry.getValue()));
    Visit.of(context).actor().ifPresent(actor -> fields.put("actor", actor));
    return fields;
  }

  private FileDesk desk(Figures figures) {
    return new FileDesk(store, city.model(), city.moment(), figures);
  }

  private Figures figures(RoutingContext context) {
    return new Figures(RequestLanguage.of(context), city.model().facts().zone());
  }
}
