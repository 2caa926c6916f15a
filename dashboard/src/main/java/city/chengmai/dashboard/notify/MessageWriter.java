package city.chengmai.dashboard.notify;

import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.AlertSentence;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.alert.AlertJson;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Words a message from the alerts as they are when it is sent. */
final class MessageWriter {

  /** A message lists so many; the page lists all. */
  static final int LISTED = 30;

  /** How what people act on begins for the overdue cases of a grid; the grid follows. */
  private static final String OVERDUE_CASES = "A01|";

  private final CityModel city;
  private final String publicUrl;

  /**
   * Messages of a city.
   *
   * @param publicUrl address of the dashboard for readers, without a slash at its end
   */
  MessageWriter(CityModel city, String publicUrl) {
    this.city = city;
    this.publicUrl = publicUrl;
  }

  /**
   * The message.
   *
   * @param alerts those of the delivery's alerts that are listed
   * @param flaps by page, how often an alert that flaps was raised
   */
  Message write(Delivery delivery, List<AlertRow> alerts, Map<String, Long> flaps) {
    AlertJson json = new AlertJson(city);
    List<JsonObject> told =
        isFinishedCase(delivery)
            ? List.of()
            : alerts.stream()
                .map(alert -> json.alert(alert).put("link", link(alert.alertKey())))
                .toList();
    return new Message(
        delivery.id(),
        delivery.occasion(),
        delivery.channel(),
        delivery.createdAt().toString(),
        subject(delivery, alerts, Language.CHINESE),
        subject(delivery, alerts, Language.ENGLISH),
        text(delivery, alerts, flaps, Language.CHINESE),
        text(delivery, alerts, flaps, Language.ENGLISH),
        delivery.pages().size(),
        told);
  }

  // The page of a grid's overdue cases tells of those that are open, not of the one that is over.
  private static boolean isFinishedCase(Delivery delivery) {
    return delivery.occasion() == Occasion.CLEARED
        && delivery.pages().get(0).startsWith(OVERDUE_CASES);
  }

  private String grid(Delivery delivery, Language language) {
    return city.areaName(delivery.pages().get(0).substring(OVERDUE_CASES.length()), language);
  }

  private String subject(Delivery delivery, List<AlertRow> alerts, Language language) {
    Messages messages = Messages.of(language);
    String name = city.facts().name(language);
    if (delivery.occasion() == Occasion.DIGEST || delivery.pages().size() > 1) {
      return delivery.pages().size() == 1
          ? messages.text("notify.subject.digest.one", name)
          : messages.text("notify.subject.digest", name, delivery.pages().size());
    }
    if (isFinishedCase(delivery)) {
      return messages.text("notify.subject.case-finished", name, grid(delivery, language));
    }
    if (alerts.isEmpty()) {
      return messages.text("notify.subject.gone", name);
    }
    AlertRow alert = alerts.get(0);
    return messages.text(
        "notify.subject." + delivery.occasion().wireName(),
        name,
        messages.textOr("severity." + alert.severity(), alert.severity()),
        sentence(language).rule(alert),
        city.areaName(alert.areaId(), language));
  }

  private String text(
      Delivery delivery, List<AlertRow> alerts, Map<String, Long> flaps, Language language) {
    Messages messages = Messages.of(language);
    if (isFinishedCase(delivery)) {
      return messages.text("notify.case-finished", grid(delivery, language))
          + '\n'
          + link(delivery.pages().get(0));
    }
    List<String> parts = new ArrayList<>();
    alerts.forEach(alert -> parts.add(line(alert, flaps, language)));
    int gone = Math.min(delivery.pages().size(), LISTED) - alerts.size();
    if (gone > 0) {
      parts.add(messages.text("notify.gone", gone));
    }
    int more = delivery.pages().size() - LISTED;
    if (more > 0) {
      parts.add(messages.text("notify.more", more) + '\n' + publicUrl + "/alerts");
    }
    return String.join("\n\n", parts);
  }

  private String line(AlertRow alert, Map<String, Long> flaps, Language language) {
    Figures figures = figures(language);
    Messages messages = figures.messages();
    StringBuilder line = new StringBuilder();
    line.append(
        messages.text(
            "notify.line",
            messages.textOr("severity." + alert.severity(), alert.severity()),
            sentence(language).text(alert),
            figures.fullMoment(alert.since())));
    if (alert.endedAt() != null) {
      line.append(messages.text("notify.ended", figures.fullMoment(alert.endedAt())));
    }
    Long raised = flaps.get(alert.alertKey());
    if (raised != null) {
      line.append(messages.text("notify.flaps", raised));
    }
    return line.append('\n').append(link(alert.alertKey())).toString();
  }

  private String link(String page) {
    return publicUrl + "/alert/" + PathSegment.of(page);
  }

  private AlertSentence sentence(Language language) {
    return new AlertSentence(city, figures(language));
  }

  private Figures figures(Language language) {
    return new Figures(language, city.facts().zone());
  }
}
