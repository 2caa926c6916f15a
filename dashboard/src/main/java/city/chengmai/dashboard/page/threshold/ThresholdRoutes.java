package city.chengmai.dashboard.page.threshold;

import city.chengmai.dashboard.access.AuditKind;
import city.chengmai.dashboard.alert.DecisionKind;
import city.chengmai.dashboard.alert.ThresholdJournal;
import city.chengmai.dashboard.alert.ThresholdJournal.Decision;
import city.chengmai.dashboard.alert.ThresholdJournal.Outcome;
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
import city.chengmai.dashboard.query.ThresholdQueries;
import city.chengmai.dashboard.query.ThresholdQueries.DecisionRow;
import city.chengmai.dashboard.query.ThresholdQueries.ProposalRow;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proposals for thresholds, and decisions about them. */
public final class ThresholdRoutes implements RouteGroup {

  /** A decision in the history. */
  public record Line(String at, String actor, String what, String proposal, String note) {}

  private static final int LONGEST_BODY = 16 * 1024;
  private static final int LONGEST_POST = 120;
  private static final int LONGEST_COMMENT = 1_000;
  private static final int NOT_FOUND = 404;

  private final Workers workers;
  private final Pages pages;
  private final CityDirectory city;
  private final ThresholdQueries queries;
  private final ThresholdJournal journal;

  /** Routes that read by these queries and write into this journal. */
  public ThresholdRoutes(
      Workers workers,
      Pages pages,
      CityDirectory city,
      ThresholdQueries queries,
      ThresholdJournal journal) {
    this.workers = workers;
    this.pages = pages;
    this.city = city;
    this.queries = queries;
    this.journal = journal;
  }

  @Override
  public void mount(Router router) {
    router.get("/thresholds").handler(context -> show(context, ""));
    router
        .post("/thresholds/:proposal/decisions")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
        .handler(new SameOrigin())
        .handler(this::decide);
  }

  private void show(RoutingContext context, String notice) {
    Figures figures = new Figures(RequestLanguage.of(context), city.model().facts().zone());
    String post = PostCookie.of(context);
    pages.show(context, "thresholds", () -> model(figures, post, notice));
  }

  private Map<String, Object> model(Figures figures, String post, String notice) {
    List<ProposalRow> proposals = queries.proposals();
    List<DecisionRow> decisions = queries.decisions("");
    Map<String, Object> model = new LinkedHashMap<>();
    model.put(
        "proposals",
        proposals.stream()
            .map(row -> ProposalView.of(row, decisions, city.model(), figures))
            .toList());
    model.put("history", decisions.stream().map(row -> line(row, proposals, figures)).toList());
    model.put("post", post);
    model.put("notice", notice);
    return model;
  }

  private static Line line(DecisionRow row, List<ProposalRow> proposals, Figures figures) {
    Messages messages = figures.messages();
    String about =
        proposals.stream()
            .filter(one -> one.proposalId().equals(row.proposalId()))
            .findFirst()
            .map(
                one ->
                    ProposalView.rule(one.rule(), messages)
                        + " · "
                        + messages.textOr("rule.parameter." + one.parameter(), one.parameter()))
            .orElse(row.proposalId());
    String what = messages.textOr("thresholds.state." + row.decision(), row.decision());
    return new Line(
        figures.fullMoment(row.decidedAt()),
        row.actor(),
        row.value() == null ? what : what + " " + figures.amount(row.value()),
        about,
        row.comment());
  }

  private void decide(RoutingContext context) {
    MultiMap form = context.request().formAttributes();
    Optional<DecisionKind> kind = DecisionKind.of(text(form, "decision"));
    String actor = Visit.of(context).actor().orElseGet(() -> text(form, "actor"));
    String comment = text(form, "comment");
    String id = text(form, "decision_id");
    String problem = problem(kind, id, actor, comment);
    if (!problem.isEmpty()) {
      refuse(context, 400, problem);
      return;
    }
    boolean approves = kind.get() == DecisionKind.APPROVE;
    Decision decision =
        new Decision(
            id,
            kind.get(),
            approves ? number(text(form, "value")) : Optional.empty(),
            actor,
            comment);
    String proposal = context.pathParam("proposal");
    workers
        .call(() -> journal.decide(found(proposal), decision, city.moment().now()))
        .onSuccess(
            outcome -> {
              note(context, proposal, decision, outcome);
              answer(context, actor, outcome);
            })
        .onFailure(context::fail);
  }

  private static void note(
      RoutingContext context, String proposal, Decision decision, Outcome outcome) {
    AuditTrail.note(
        context,
        AuditKind.THRESHOLD_DECISION,
        outcome == Outcome.TAKEN || outcome == Outcome.REPEATED,
        proposal,
        decision.kind().wireName() + decision.value().map(value -> " " + value).orElse(""));
  }

  private static String problem(
      Optional<DecisionKind> kind, String id, String actor, String comment) {
    if (kind.isEmpty() || !id.matches("[0-9a-zA-Z-]{8,64}")) {
      return "alert.form.broken";
    }
    if (actor.isEmpty()) {
      return "alert.form.no-actor";
    }
    boolean tooLong = actor.length() > LONGEST_POST || comment.length() > LONGEST_COMMENT;
    return tooLong ? "alert.form.too-long" : "";
  }

  private static Optional<Double> number(String text) {
    return text.matches("-?[0-9]{1,12}(\\.[0-9]{1,12})?")
        ? Optional.of(Double.valueOf(text))
        : Optional.empty();
  }

  private void answer(RoutingContext context, String actor, Outcome outcome) {
    switch (outcome) {
      case REFUSED -> refuse(context, 409, "thresholds.refused");
      case OUT_OF_BOUNDS -> refuse(context, 400, "thresholds.out-of-bounds");
      default -> {
        PostCookie.remember(context, actor);
        context.response().setStatusCode(303).putHeader("Location", "/thresholds#history").end();
      }
    }
  }

  private void refuse(RoutingContext context, int status, String key) {
    context.response().setStatusCode(status);
    show(context, pages.messages(context).text(key));
  }

  private ProposalRow found(String id) {
    return queries.proposal(id).orElseThrow(() -> new HttpException(NOT_FOUND));
  }

  private static String text(MultiMap form, String name) {
    return Optional.ofNullable(form.get(name)).orElse("").strip();
  }
}
