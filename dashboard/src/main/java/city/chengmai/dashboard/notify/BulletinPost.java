package city.chengmai.dashboard.notify;

import city.chengmai.dashboard.bulletin.BulletinJournal;
import city.chengmai.dashboard.bulletin.Edition;
import city.chengmai.dashboard.bulletin.Period;
import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.notify.Delivery.State;
import city.chengmai.dashboard.notify.Message.Document;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.bulletin.BulletinPaper;
import city.chengmai.dashboard.query.BulletinQueries;
import city.chengmai.dashboard.query.BulletinQueries.PublishedRow;
import city.chengmai.dashboard.report.PdfRenderer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sends bulletins to the channels that want them, once an edition, when a person published it
 * (通报推送): a mail has the document in both languages, a webhook its addresses. Quiet times hold.
 * Blocking.
 */
public final class BulletinPost {

  private final BulletinQueries queries;
  private final BulletinJournal journal;
  private final BulletinPaper paper;
  private final PdfRenderer renderer = new PdfRenderer();
  private final String publicUrl;

  /**
   * Post from this journal.
   *
   * @param publicUrl address of the dashboard for readers, without a slash at its end
   */
  public BulletinPost(
      BulletinQueries queries, BulletinJournal journal, BulletinPaper paper, String publicUrl) {
    this.queries = queries;
    this.journal = journal;
    this.paper = paper;
    this.publicUrl = publicUrl;
  }

  /**
   * Deliveries of editions that were given out since a moment and are not yet in the log.
   *
   * @param known names of deliveries in the log
   */
  List<Delivery> plan(
      List<Channel> channels, CityModel city, Instant since, Moments moments, Set<String> known) {
    List<Channel> readers =
        channels.stream()
            .filter(channel -> !channel.bulletins().isEmpty())
            .filter(
                channel ->
                    QuietPeriod.end(channel.quiet(), moments.now(), city.facts().zone()).isEmpty())
            .toList();
    return readers.isEmpty()
        ? List.of()
        : queries.published(since).stream()
            .flatMap(row -> readers.stream().flatMap(reader -> of(reader, row, moments).stream()))
            .filter(delivery -> !known.contains(delivery.id()))
            .toList();
  }

  /** The same moment by the city's and by the real clock. */
  record Moments(Instant now, Instant real) {}

  private static Optional<Delivery> of(Channel channel, PublishedRow row, Moments moments) {
    return Period.of(row.bulletinId())
        .filter(period -> channel.bulletins().contains(period.kind()))
        .map(
            period ->
                new Delivery(
                    DeliveryId.of(
                        channel.name(),
                        Occasion.BULLETIN,
                        row.bulletinId() + "#" + row.edition(),
                        row.madeAt()),
                    channel.name(),
                    channel.receiver().kind(),
                    Occasion.BULLETIN,
                    List.of(row.bulletinId(), String.valueOf(row.edition())),
                    1,
                    State.WAITING,
                    "",
                    Optional.of(moments.real()),
                    moments.now(),
                    Optional.empty()));
  }

  /**
   * The message of a delivery that {@link #plan} made.
   *
   * @throws IllegalStateException when its edition is gone
   */
  Message worded(Delivery delivery, CityModel city) {
    String id = delivery.pages().get(0);
    int number = Integer.parseInt(delivery.pages().get(1));
    Edition edition =
        journal
            .edition(id, number)
            .orElseThrow(
                () -> new IllegalStateException("bulletin " + id + " has no edition " + number));
    String page = publicUrl + "/bulletin/" + PathSegment.of(id) + "?edition=" + number;
    String pdf = publicUrl + "/bulletin/" + PathSegment.of(id) + ".pdf?edition=" + number;
    JsonObject about =
        new JsonObject()
            .put("id", id)
            .put("kind", edition.period().kind().wireName())
            .put("edition", number)
            .put("link", page)
            .put("document", pdf);
    List<Document> documents =
        delivery.kind().equals("mail")
            ? List.of(
                document(id + ".pdf", edition, Language.CHINESE),
                document(id + "-en.pdf", edition, Language.ENGLISH))
            : List.of();
    return new Message(
        delivery.id(),
        delivery.occasion(),
        delivery.channel(),
        delivery.createdAt().toString(),
        subject(edition, city, Language.CHINESE),
        subject(edition, city, Language.ENGLISH),
        text(edition, page, Language.CHINESE),
        text(edition, page, Language.ENGLISH),
        0,
        List.of(),
        Optional.of(new Message.Enclosed(about, documents)));
  }

  private Document document(String fileName, Edition edition, Language language) {
    return new Document(fileName, Buffer.buffer(renderer.render(paper.xhtml(edition, language))));
  }

  private String subject(Edition edition, CityModel city, Language language) {
    return Messages.of(language)
        .text(
            edition.differences().isEmpty()
                ? "notify.subject.bulletin"
                : "notify.subject.bulletin.again",
            city.facts().name(language),
            paper.title(edition.period(), language));
  }

  private String text(Edition edition, String page, Language language) {
    Messages messages = Messages.of(language);
    String opening = edition.text().opening();
    String first =
        edition.differences().isEmpty()
            ? messages.text("notify.bulletin", paper.title(edition.period(), language))
            : messages.text(
                "notify.bulletin.again",
                paper.title(edition.period(), language),
                edition.differences().size());
    return first + (opening.isEmpty() ? "" : "\n\n" + opening) + "\n" + page;
  }
}
