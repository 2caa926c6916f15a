package city.chengmai.dashboard.page.conference;

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
import city.chengmai.dashboard.page.conference.ConferenceJournal.Action;
import city.chengmai.dashboard.query.ConferenceQueries;
import city.chengmai.dashboard.query.ConferenceQueries.ActionRow;
import city.chengmai.dashboard.query.ConferenceQueries.ItemRow;
import city.chengmai.dashboard.query.ConferenceQueries.MixRow;
import city.chengmai.datasets.conference.LevelRules;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The agenda of joint conferences (联席会议), three-cross signs and the three levels of cases. */
public final class ConferenceRoutes implements RouteGroup {

  /** The items of a conference. */
  public record Meeting(String kind, String name, String meaning, List<ItemView> items) {}

  /** Cases of one told level and one level by rule. */
  public record Mix(
      String told,
      String level,
      String cases,
      String share,
      String closed,
      String departments,
      String areas,
      String levels) {}

  private static final LevelRules RULES = LevelRules.bundled();
  private static final List<String> MEETINGS = List.of("departments", "areas", "levels");
  private static final List<String> ACTIONS = List.of("schedule", "decide", "drop");
  private static final int LONGEST_BODY = 16 * 1024;
  private static final int LONGEST_POST = 120;
  private static final int LONGEST_COMMENT = 1_000;
  private static final int NOT_FOUND = 404;
  private static final int BAD_REQUEST = 400;

  private final Workers workers;
  private final Pages pages;
  private final CityDirectory city;
  private final ConferenceQueries queries;
  private final ConferenceJournal journal;

  /** Routes that read by these queries and write into this journal. */
  public ConferenceRoutes(
      Workers workers,
      Pages pages,
      CityDirectory city,
      ConferenceQueries queries,
      ConferenceJournal journal) {
    this.workers = workers;
    this.pages = pages;
    this.city = city;
    this.queries = queries;
    this.journal = journal;
  }

  @Override
  public void mount(Router router) {
    router.get("/conferences").handler(context -> show(context, ""));
    router
        .post("/conferences/:case/actions")
        .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
        .handler(new SameOrigin())
        .handler(this::act);
  }

  private void show(RoutingContext context, String notice) {
    Figures figures = new Figures(RequestLanguage.of(context), city.model().facts().zone());
    String post = PostCookie.of(context);
    pages.show(context, "conferences", () -> model(figures, post, notice));
  }

  private Map<String, Object> model(Figures figures, String post, String notice) {
    Instant now = city.moment().now();
    List<ItemRow> items = queries.items();
    List<ActionRow> actions = queries.actions("");
    List<MixRow> mix = queries.mix(now.minus(Duration.ofDays(RULES.days())));
    long all = mix.stream().mapToLong(MixRow::cases).sum();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put(
        "meetings",
        MEETINGS.stream().map(kind -> meeting(kind, items, actions, figures, now)).toList());
    model.put("mix", mix.stream().map(row -> mix(row, all, figures)).toList());
    model.put("today", now.atZone(figures.zone()).toLocalDate().toString());
    model.put("post", post);
    model.put("notice", notice);
    return model;
  }

  private Meeting meeting(
      String kind, List<ItemRow> items, List<ActionRow> actions, Figures figures, Instant now) {
    Messages messages = figures.messages();
    return new Meeting(
        kind,
        messages.text("conference.meeting." + kind),
        messages.text("conference.meaning." + kind),
        items.stream()
            .filter(row -> row.meeting().equals(kind))
            .map(row -> ItemView.of(row, actions, city.model(), figures, now))
            .toList());
  }

  private static Mix mix(MixRow row, long all, Figures figures) {
    Messages messages = figures.messages();
    return new Mix(
        messages.text("case-level." + row.toldLevel()),
        messages.text("case-level." + row.level()),
        figures.count(row.cases()),
        figures.percent((double) row.cases() / all),
        figures.percent((double) row.closed() / row.cases()),
        figures.count(row.departments()),
        figures.count(row.areas()),
        figures.count(row.levels()));
  }

  private void act(RoutingContext context) {
    MultiMap form = context.request().formAttributes();
    Action action =
        new Action(
            text(form, "action_id"),
            text(form, "action"),
            day(text(form, "meeting_day")),
            text(form, "unit"),
            text(form, "comment"),
            Visit.of(context).actor().orElseGet(() -> text(form, "actor")));
    String problem = problem(action);
    if (!problem.isEmpty()) {
      context.response().setStatusCode(BAD_REQUEST);
      show(context, pages.messages(context).text(problem));
      return;
    }
    String id = context.pathParam("case");
    workers
        .call(
            () -> {
              String found =
                  queries.item(id).orElseThrow(() -> new HttpException(NOT_FOUND)).caseId();
              journal.keep(found, action, city.moment().now());
              return found;
            })
        .onSuccess(
            found -> {
              AuditTrail.note(
                  context,
                  AuditKind.CONFERENCE,
                  true,
                  found,
                  action.action() + " " + action.unit() + " " + action.comment());
              PostCookie.remember(context, action.actor());
              context.response().setStatusCode(303).putHeader("Location", "/conferences").end();
            })
        .onFailure(context::fail);
  }

  private static String problem(Action action) {
    if (!action.id().matches("[0-9a-zA-Z-]{8,64}") || !ACTIONS.contains(action.action())) {
      return "alert.form.broken";
    }
    if (action.actor().isEmpty()) {
      return "alert.form.no-actor";
    }
    if (action.action().equals("schedule") && action.meetingDay().isEmpty()) {
      return "conference.no-day";
    }
    if (!action.action().equals("schedule") && action.comment().isEmpty()) {
      return "conference.no-outcome";
    }
    boolean tooLong =
        action.actor().length() > LONGEST_POST
            || action.unit().length() > LONGEST_POST
            || action.comment().length() > LONGEST_COMMENT;
    return tooLong ? "alert.form.too-long" : "";
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String text(MultiMap form, String name) {
    return Optional.ofNullable(form.get(name)).orElse("").strip();
  }
}
