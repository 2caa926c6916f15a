package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.query.FeedQueries;
import city.chengmai.dashboard.query.FeedQueries.DeadLetterRow;
import city.chengmai.dashboard.query.FeedQueries.DisturbanceRow;
import city.chengmai.dashboard.query.FeedQueries.FeedRow;
import city.chengmai.dashboard.query.FeedQueries.ReasonRow;
import city.chengmai.dashboard.query.FeedQueries.RevisionsRow;
import city.chengmai.dashboard.query.FeedQueries.RollOffRow;
import city.chengmai.dashboard.query.Store;
import city.chengmai.datasets.clickhouse.StoreException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What arrives and what was refused. */
public final class FeedRoutes implements RouteGroup {

  private static final int LETTERS = 50;
  private static final int DISTURBANCES = 10;

  /** How a part of ingest is now. */
  public record Part(
      String name,
      boolean good,
      String state,
      String reason,
      String detail,
      String since,
      String behind) {}

  /** A time in which a part was not up. */
  public record Disturbance(
      String name, String state, String since, String lasted, String reason, String detail) {}

  /** A source with its feed. */
  public record Feed(
      String name,
      String kind,
      String source,
      String state,
      boolean good,
      String events,
      String lastHour,
      String lastDay,
      String lastAt,
      String silent,
      String lag,
      String schema,
      String letters,
      String heartbeat) {}

  /** Rows that rolled off. */
  public record Rolled(String table, String at, String before, String kept, String rows) {}

  /** A reason with its count. */
  public record Reason(
      String key, String name, String advice, String letters, String lastAt, boolean chosen) {}

  /** A refused event. */
  public record Letter(
      String id,
      String reason,
      String detail,
      String origin,
      String payload,
      String bytes,
      String receivedAt,
      String source,
      String eventId) {}

  private final Pages pages;
  private final CityDirectory city;
  private final FeedQueries feeds;
  private final IngestBoard ingest;

  /** Routes that read from this store and ask ingest at this address. */
  public FeedRoutes(Pages pages, CityDirectory city, Store store, String ingestAddress) {
    this.pages = pages;
    this.city = city;
    this.feeds = new FeedQueries(store);
    this.ingest = new IngestBoard(ingestAddress);
  }

  @Override
  public void mount(Router router) {
    router.get("/feeds").handler(this::show);
  }

  private void show(RoutingContext context) {
    Figures figures = new Figures(RequestLanguage.of(context), city.model().facts().zone());
    String reason = Optional.ofNullable(context.request().getParam("reason")).orElse("");
    pages.show(context, "feeds", () -> model(reason, figures));
  }

  // Without ClickHouse the page still says how ingest is, and that nothing else can be said.
  private Map<String, Object> model(String chosen, Figures figures) {
    Map<String, Object> model = new HashMap<>();
    model.put("parts", ingest.parts().stream().map(part -> part(part, figures)).toList());
    try {
      model.put("storeAway", false);
      model.putAll(stored(chosen, figures));
    } catch (StoreException away) {
      if (!away.category().retryable()) {
        throw away;
      }
      model.put("storeAway", true);
    }
    return model;
  }

  private static Part part(IngestBoard.Part part, Figures figures) {
    Messages messages = figures.messages();
    return new Part(
        messages.textOr("ingest.part." + part.name(), part.name()),
        part.state().equals("up"),
        messages.textOr("ingest.state." + part.state(), part.state()),
        part.reason().words(figures),
        part.reason().smallPrint(figures),
        figures.fullMoment(part.since()),
        part.behind() == null ? Figures.NONE : figures.count(part.behind()));
  }

  private static Disturbance disturbance(DisturbanceRow row, Figures figures) {
    Messages messages = figures.messages();
    IngestReason reason = IngestReason.stored(row.reason());
    return new Disturbance(
        messages.textOr("ingest.part." + row.part(), row.part()),
        messages.textOr("ingest.state." + row.state(), row.state()),
        figures.fullMoment(row.since()),
        row.until() == null
            ? messages.text("ingest.lasts")
            : figures.duration(Duration.between(row.since(), row.until())),
        reason.words(figures),
        reason.smallPrint(figures));
  }

  private Map<String, Object> stored(String chosen, Figures figures) {
    Instant now = city.moment().now();
    List<ReasonRow> reasons = feeds.reasons();
    RevisionsRow revisions = feeds.revisions();
    Map<String, Object> model = new HashMap<>();
    model.put("revised", figures.count(revisions.events()));
    model.put("replaced", figures.count(revisions.replaced()));
    model.put(
        "disturbances",
        feeds.disturbances(DISTURBANCES).stream().map(row -> disturbance(row, figures)).toList());
    model.put(
        "rolled", feeds.rollOffs(DISTURBANCES).stream().map(row -> rolled(row, figures)).toList());
    model.putAll(refusals(chosen, figures, now, reasons));
    return model;
  }

  private static Rolled rolled(RollOffRow row, Figures figures) {
    return new Rolled(
        row.tableName(),
        figures.fullMoment(row.rolledAt()),
        figures.fullMoment(row.before()),
        figures.messages().text("rolled.days", figures.count(row.keepDays())),
        figures.count(row.rows()));
  }

  private Map<String, Object> refusals(
      String chosen, Figures figures, Instant now, List<ReasonRow> reasons) {
    return Map.of(
        "feeds", feeds.feeds(now).stream().map(row -> feed(row, figures, now)).toList(),
        "reasons", reasons.stream().map(row -> reason(row, chosen, figures)).toList(),
        "refused", figures.count(reasons.stream().mapToLong(ReasonRow::letters).sum()),
        "chosen", chosen,
        "chosenName", figures.messages().textOr("reason." + chosen, chosen),
        "limit", LETTERS,
        "letters",
            feeds.deadLetters(chosen, LETTERS).stream().map(row -> letter(row, figures)).toList());
  }

  private static Feed feed(FeedRow row, Figures figures, Instant now) {
    Messages messages = figures.messages();
    List<FeedState> states = FeedState.of(row);
    boolean chinese = messages.language() == Language.CHINESE;
    return new Feed(
        chinese ? row.nameZh() : row.nameEn(),
        row.kind().isEmpty() ? "" : messages.text("feeds.kind." + row.kind()),
        row.source(),
        String.join(" · ", states.stream().map(state -> messages.text(state.key())).toList()),
        states.equals(List.of(FeedState.GOOD)),
        figures.count(row.events()),
        figures.count(row.lastHour()),
        figures.count(row.lastDay()),
        row.lastAt() == null ? Figures.NONE : figures.fullMoment(row.lastAt()),
        since(row.lastAt(), figures, now),
        row.lagSeconds() == null
            ? Figures.NONE
            : messages.text("value.seconds", figures.number(row.lagSeconds(), 0)),
        schema(row),
        figures.count(row.deadLetters()),
        since(row.heartbeatAt(), figures, now));
  }

  private static String since(Instant moment, Figures figures, Instant now) {
    return moment == null ? Figures.NONE : figures.duration(Duration.between(moment, now));
  }

  private static String schema(FeedRow row) {
    String declared = row.declaredSchema().isEmpty() ? Figures.NONE : row.declaredSchema();
    boolean same = row.reportedSchema().isEmpty() || row.reportedSchema().equals(declared);
    return same ? declared : declared + " ≠ " + row.reportedSchema();
  }

  private static Reason reason(ReasonRow row, String chosen, Figures figures) {
    Messages messages = figures.messages();
    return new Reason(
        row.reason(),
        messages.textOr("reason." + row.reason(), row.reason()),
        messages.textOr("reason." + row.reason() + ".advice", ""),
        figures.count(row.letters()),
        figures.fullMoment(row.lastAt()),
        row.reason().equals(chosen));
  }

  private static Letter letter(DeadLetterRow row, Figures figures) {
    String origin =
        String.join(
            " · ",
            List.of(row.source(), row.type(), row.subject(), row.eventId()).stream()
                .filter(part -> !part.isEmpty())
                .toList());
    return new Letter(
        row.deadLetterId(),
        figures.messages().textOr("reason." + row.reason(), row.reason()),
        row.detail(),
        origin,
        row.payload(),
        figures.count(row.payloadBytes()),
        figures.fullMoment(row.receivedAt()),
        row.source(),
        row.eventId());
  }
}
