package city.chengmai.dashboard.page.board;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.board.BoardEdition;
import city.chengmai.dashboard.board.BoardFault;
import city.chengmai.dashboard.board.BoardJournal;
import city.chengmai.dashboard.board.BoardJournal.Answer;
import city.chengmai.dashboard.board.BoardJournal.Outcome;
import city.chengmai.dashboard.board.BoardJournal.Step;
import city.chengmai.dashboard.board.BoardReader;
import city.chengmai.dashboard.board.EmergencyText;
import city.chengmai.dashboard.board.ShippedBoards;
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
import city.chengmai.dashboard.library.QueryJournal;
import city.chengmai.dashboard.page.CityDirectory;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The list of boards and the page of one: write a draft, publish it, put an earlier one back. */
public final class BoardRoutes implements RouteGroup {

  private static final int BAD = 400;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;
  private static final int SEE_OTHER = 303;
  private static final int LONGEST_BODY = 512 * 1024;
  private static final String STEP = "[0-9A-Za-z-]{1,64}";
  private static final String SHORT_STEP = "[0-9A-Za-z-]{1,60}";
  private static final String EMERGENCY_NAME = "\\S(?:.{0,58}\\S)?";
  private static final String NUMBER = "0|[1-9][0-9]{0,8}";

  /**
   * What became of a form.
   *
   * @param faults of the text; none when it was not looked at
   * @param answer empty when the text was refused
   */
  private record Done(List<BoardFault> faults, Optional<Answer> answer) {}

  private final Workers workers;
  private final Pages pages;
  private final BoardJournal journal;
  private final BoardCheck check;

  /** Routes over this journal; statements that boards show are those of the other. */
  public BoardRoutes(
      Workers workers,
      Pages pages,
      CityDirectory city,
      BoardJournal journal,
      QueryJournal statements) {
    this.workers = requireNonNull(workers, "workers");
    this.pages = requireNonNull(pages, "pages");
    this.journal = requireNonNull(journal, "journal");
    this.check = new BoardCheck(city, statements);
  }

  @Override
  public void mount(Router router) {
    BodyHandler body = BodyHandler.create(false).setBodyLimit(LONGEST_BODY);
    SameOrigin ours = new SameOrigin();
    router.get("/boards").handler(context -> list(context, ""));
    router.post("/boards").handler(body).handler(ours).handler(this::add);
    router.post("/boards/emergency").handler(body).handler(ours).handler(this::declare);
    router.post("/boards/calm").handler(body).handler(ours).handler(this::calm);
    router.get("/board/:board").handler(context -> show(context, BoardView.Notice.NONE));
    router.post("/board/:board/editions").handler(body).handler(ours).handler(this::save);
    router.post("/board/:board/publication").handler(body).handler(ours).handler(this::publish);
    router.post("/board/:board/restoration").handler(body).handler(ours).handler(this::restore);
  }

  private void list(RoutingContext context, String problem) {
    BoardView view = view(context);
    pages.show(context, "boards", () -> view.list(journal.heads(), problem));
  }

  private void show(RoutingContext context, BoardView.Notice notice) {
    BoardView view = view(context);
    String id = context.pathParam("board");
    pages.show(
        context,
        "board",
        () -> {
          List<BoardEdition> editions = journal.editions(id);
          if (editions.isEmpty()) {
            throw new HttpException(NOT_FOUND);
          }
          return view.page(editions, notice);
        });
  }

  /** A new board begins as a copy of another. */
  private void add(RoutingContext context) {
    String id = text(context, "id").strip();
    String from = text(context, "from");
    if (!id.matches(BoardJournal.ID) || !text(context, "step_id").matches(STEP)) {
      context.response().setStatusCode(BAD);
      list(context, pages.messages(context).text("boards.problem.id"));
      return;
    }
    workers
        .call(
            () ->
                journal.editions(from).stream()
                    .findFirst()
                    .map(
                        copied -> journal.add(id, step(context), EmergencyText.over(copied.text())))
                    .orElseThrow(() -> new HttpException(BAD)))
        .onSuccess(
            answer -> {
              note(context, id, "begin", answer);
              if (answer.outcome() == Outcome.UNKNOWN) {
                context.response().setStatusCode(CONFLICT);
                list(context, pages.messages(context).text("boards.problem.there", id));
              } else {
                redirect(context, id);
              }
            })
        .onFailure(context::fail);
  }

  /** All walls go into emergency mode, until somebody ends it. */
  private void declare(RoutingContext context) {
    String name = text(context, "name").strip();
    Instant since = pages.clock().instant();
    if (!name.matches(EMERGENCY_NAME)) {
      context.response().setStatusCode(BAD);
      list(context, pages.messages(context).text("boards.problem.emergency-name"));
      return;
    }
    republish(
        context,
        "declare " + name,
        text -> EmergencyText.declared(text, name, since),
        text -> check.faults(ShippedBoards.EMERGENCY, text).isEmpty());
  }

  /**
   * What a board names may have gone since: an emergency ends all the same, if only it is readable.
   */
  private void calm(RoutingContext context) {
    republish(
        context, "end", EmergencyText::over, text -> BoardReader.read(text).board().isPresent());
  }

  /** Two editions of the board: the draft and its publication, both by the same person. */
  private void republish(
      RoutingContext context,
      String what,
      UnaryOperator<String> change,
      Predicate<String> publishable) {
    Step first = step(context);
    if (!first.id().matches(SHORT_STEP) || !text(context, "based_on").matches(NUMBER)) {
      context.response().setStatusCode(BAD);
      list(context, pages.messages(context).text("alert.form.broken"));
      return;
    }
    workers
        .call(() -> republished(first, change, publishable))
        .onSuccess(
            done -> {
              note(context, ShippedBoards.EMERGENCY, what, done);
              if (isDone(done)) {
                context.response().setStatusCode(SEE_OTHER).putHeader("Location", "/boards").end();
              } else {
                context.response().setStatusCode(CONFLICT);
                list(context, pages.messages(context).text("boards.problem.emergency"));
              }
            })
        .onFailure(context::fail);
  }

  /** What was sent again may have been saved the first time, and not published. */
  private Answer republished(
      Step first, UnaryOperator<String> change, Predicate<String> publishable) {
    String id = ShippedBoards.EMERGENCY;
    String text =
        journal.editions(id).stream()
            .filter(BoardEdition::published)
            .findFirst()
            .map(BoardEdition::text)
            .map(change)
            .orElseThrow(() -> new HttpException(NOT_FOUND));
    if (!publishable.test(text)) {
      throw new HttpException(UNPROCESSABLE);
    }
    Answer saved =
        journal.save(id, new Step(first.id() + "-d", first.basedOn(), first.actor()), text);
    return isDone(saved)
        ? journal.publish(id, new Step(first.id(), first.basedOn() + 1, first.actor()))
        : saved;
  }

  private void save(RoutingContext context) {
    String id = context.pathParam("board");
    String typed = text(context, "text").replace("\r\n", "\n");
    act(
        context,
        "save",
        Optional.of(typed),
        () -> {
          List<BoardFault> faults = check.faults(id, typed);
          return faults.isEmpty()
              ? new Done(faults, Optional.of(journal.save(id, step(context), typed)))
              : new Done(faults, Optional.empty());
        });
  }

  /** What a draft names may have gone since it was written: it is looked at again. */
  private void publish(RoutingContext context) {
    String id = context.pathParam("board");
    act(
        context,
        "publish",
        Optional.empty(),
        () -> {
          List<BoardFault> faults =
              journal.editions(id).stream()
                  .findFirst()
                  .map(latest -> check.faults(id, latest.text()))
                  .orElse(List.of());
          return faults.isEmpty()
              ? new Done(faults, Optional.of(journal.publish(id, step(context))))
              : new Done(faults, Optional.empty());
        });
  }

  private void restore(RoutingContext context) {
    String id = context.pathParam("board");
    String wanted = text(context, "edition");
    if (!wanted.matches(NUMBER)) {
      context.fail(BAD);
      return;
    }
    int edition = Integer.parseInt(wanted);
    act(
        context,
        "restore " + edition,
        Optional.empty(),
        () -> {
          List<BoardFault> faults =
              journal.editions(id).stream()
                  .filter(one -> one.edition() == edition)
                  .findFirst()
                  .map(one -> check.faults(id, one.text()))
                  .orElse(List.of());
          return faults.isEmpty()
              ? new Done(faults, Optional.of(journal.restore(id, step(context), edition)))
              : new Done(faults, Optional.empty());
        });
  }

  private void act(
      RoutingContext context, String what, Optional<String> typed, Callable<Done> act) {
    boolean whole =
        text(context, "step_id").matches(STEP) && text(context, "based_on").matches(NUMBER);
    if (!whole) {
      context.response().setStatusCode(BAD);
      String problem = pages.messages(context).text("alert.form.broken");
      show(context, new BoardView.Notice(typed, problem, List.of(), ""));
      return;
    }
    workers
        .call(act)
        .onSuccess(done -> answer(context, what, typed, done))
        .onFailure(context::fail);
  }

  private void answer(RoutingContext context, String what, Optional<String> typed, Done done) {
    String id = context.pathParam("board");
    Messages messages = pages.messages(context);
    if (done.answer().isEmpty()) {
      AuditTrail.note(context, AuditKind.WALL_BOARD, false, id, what);
      context.response().setStatusCode(UNPROCESSABLE);
      BoardWords words = new BoardWords(messages);
      List<String> faults = done.faults().stream().map(words::sentence).toList();
      show(
          context, new BoardView.Notice(typed, messages.text("boards.problem.faults"), faults, ""));
      return;
    }
    Answer answer = done.answer().get();
    note(context, id, what, answer);
    switch (answer.outcome()) {
      case TAKEN, REPEATED -> redirect(context, id);
      case UNKNOWN -> context.fail(NOT_FOUND);
      case NOTHING -> refuse(context, typed, messages.text("boards.problem.nothing"), answer);
      default -> refuse(context, typed, messages.text("boards.problem.overtaken"), answer);
    }
  }

  private void refuse(
      RoutingContext context, Optional<String> typed, String problem, Answer answer) {
    context.response().setStatusCode(CONFLICT);
    String theirs = typed.isEmpty() ? "" : answer.latest().map(BoardEdition::text).orElse("");
    show(context, new BoardView.Notice(typed, problem, List.of(), theirs));
  }

  private static void note(RoutingContext context, String id, String what, Answer answer) {
    boolean done = isDone(answer);
    String edition = answer.latest().map(one -> " edition " + one.edition()).orElse("");
    AuditTrail.note(context, AuditKind.WALL_BOARD, done, id, what + edition);
  }

  private static boolean isDone(Answer answer) {
    return answer.outcome() == Outcome.TAKEN || answer.outcome() == Outcome.REPEATED;
  }

  private static void redirect(RoutingContext context, String id) {
    context
        .response()
        .setStatusCode(SEE_OTHER)
        .putHeader("Location", "/board/" + PathSegment.of(id))
        .end();
  }

  private static Step step(RoutingContext context) {
    String basedOn = text(context, "based_on");
    return new Step(
        text(context, "step_id"),
        basedOn.matches(NUMBER) ? Integer.parseInt(basedOn) : 0,
        Visit.of(context).actor().orElse(""));
  }

  private static String text(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().formAttributes().get(name)).orElse("");
  }

  private BoardView view(RoutingContext context) {
    return new BoardView(new Figures(RequestLanguage.of(context), pages.city().zone()));
  }
}
