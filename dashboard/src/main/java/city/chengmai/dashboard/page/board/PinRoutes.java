package city.chengmai.dashboard.page.board;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.board.BoardEdition;
import city.chengmai.dashboard.board.BoardJournal;
import city.chengmai.dashboard.board.BoardJournal.Answer;
import city.chengmai.dashboard.board.BoardJournal.Outcome;
import city.chengmai.dashboard.board.BoardJournal.Step;
import city.chengmai.dashboard.board.BoardReader;
import city.chengmai.dashboard.http.AuditTrail;
import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.http.SameOrigin;
import city.chengmai.dashboard.http.Visit;
import city.chengmai.dashboard.http.Workers;
import city.chengmai.dashboard.library.QueryJournal;
import city.chengmai.dashboard.library.SavedQuery;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.util.Optional;

/** Pins a kept statement to a board (钉到大屏): a panel in its draft, which somebody publishes. */
public final class PinRoutes implements RouteGroup {

  private static final int NOT_FOUND = 404;
  private static final int SEE_OTHER = 303;
  private static final int LONGEST_BODY = 16 * 1024;
  private static final int TRIES = 3;
  private static final String STEP = "[0-9A-Za-z-]{1,64}";

  private final Workers workers;
  private final BoardJournal boards;
  private final QueryJournal statements;

  /** Routes over these journals. */
  public PinRoutes(Workers workers, BoardJournal boards, QueryJournal statements) {
    this.workers = requireNonNull(workers, "workers");
    this.boards = requireNonNull(boards, "boards");
    this.statements = requireNonNull(statements, "statements");
  }

  @Override
  public void mount(Router router) {
    router
        .post("/query/:query/pin")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
        .handler(new SameOrigin())
        .handler(this::pin);
  }

  private void pin(RoutingContext context) {
    String query = context.pathParam("query");
    String board = text(context, "board");
    String step = text(context, "step_id");
    String actor = Visit.of(context).actor().orElse("");
    String edition = text(context, "edition");
    workers
        .call(() -> pinned(query, edition, board, step, actor))
        .onSuccess(answer -> answer(context, query, board, answer))
        .onFailure(context::fail);
  }

  private Optional<Answer> pinned(
      String query, String edition, String board, String step, String actor) {
    if (!edition.matches("[1-9][0-9]{0,8}") || !step.matches(STEP)) {
      throw new HttpException(NOT_FOUND);
    }
    SavedQuery kept =
        statements
            .shared(query, Integer.parseInt(edition))
            .orElseThrow(() -> new HttpException(NOT_FOUND));
    Optional<Answer> answer = Optional.empty();
    for (int i = 0;
        i < TRIES && answer.map(Answer::outcome).orElse(Outcome.OVERTAKEN) == Outcome.OVERTAKEN;
        i++) {
      BoardEdition latest =
          boards.editions(board).stream()
              .findFirst()
              .orElseThrow(() -> new HttpException(NOT_FOUND));
      String text = Pin.into(latest.text(), kept);
      if (BoardReader.read(text).board().isEmpty()) {
        return Optional.empty();
      }
      answer = Optional.of(boards.save(board, new Step(step, latest.edition(), actor), text));
    }
    return answer;
  }

  private static void answer(
      RoutingContext context, String query, String board, Optional<Answer> answer) {
    boolean done =
        answer
            .map(Answer::outcome)
            .filter(one -> one == Outcome.TAKEN || one == Outcome.REPEATED)
            .isPresent();
    AuditTrail.note(context, AuditKind.WALL_BOARD, done, board, "pin " + query);
    String told = done ? "pinned=" : "unpinned=";
    context
        .response()
        .setStatusCode(SEE_OTHER)
        .putHeader("Location", "/query/" + PathSegment.of(query) + "?" + told + board)
        .end();
  }

  private static String text(RoutingContext context, String name) {
    return Optional.ofNullable(context.request().formAttributes().get(name)).orElse("");
  }
}
