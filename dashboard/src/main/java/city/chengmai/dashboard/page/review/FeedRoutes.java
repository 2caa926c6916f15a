package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.http.Pages;
import city.chengmai.dashboard.http.RequestLanguage;
import city.chengmai.dashboard.http.RouteGroup;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityDirectory;
import city.chengmai.dashboard.query.FeedQueries;
import city.chengmai.dashboard.query.FeedQueries.DeadLetterRow;
import city.chengmai.dashboard.query.FeedQueries.FeedRow;
import city.chengmai.dashboard.query.FeedQueries.ReasonRow;
import city.chengmai.dashboard.query.Store;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What arrives and what was refused. */
public final class FeedRoutes implements RouteGroup {

  private static final int LETTERS = 50;

  /** A source. */
  public record Feed(
      String source, String events, String lastDay, String lastAt, String silent, String lag) {}

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
      String receivedAt) {}

  private final Pages pages;
  private final CityDirectory city;
  private final FeedQueries feeds;

  /** Routes that read from this store. */
  public FeedRoutes(Pages pages, CityDirectory city, Store store) {
    this.pages = pages;
    this.city = city;
    this.feeds = new FeedQueries(store);
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

  private Map<String, Object> model(String chosen, Figures figures) {
    Instant now = city.moment().now();
    List<ReasonRow> reasons = feeds.reasons();
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
    return new Feed(
        row.source(),
        figures.count(row.events()),
        figures.count(row.lastDay()),
        figures.fullMoment(row.lastAt()),
        figures.duration(Duration.between(row.lastAt(), now)),
        row.lagSeconds() == null
            ? Figures.NONE
            : messages.text("value.seconds", figures.number(row.lagSeconds(), 0)));
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
        figures.fullMoment(row.receivedAt()));
  }
}
