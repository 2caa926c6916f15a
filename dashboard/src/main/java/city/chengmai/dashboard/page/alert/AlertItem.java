package city.chengmai.dashboard.page.alert;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.AlertSentence;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.Level;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import java.time.Duration;
import java.time.Instant;

/**
 * An alert in the list.
 *
 * @param key what people act on
 * @param severity word of its level
 * @param duration from the first finding to the last one's end, or to now
 * @param standing word of its standing
 * @param standingKey the standing's name
 * @param until end of a snooze, else empty
 * @param paused why it is doubtful, else empty
 * @param findings how many, as text; empty for one
 */
public record AlertItem(
    String key,
    Level level,
    String severity,
    String rule,
    String text,
    String area,
    String since,
    String duration,
    String owner,
    String standing,
    String standingKey,
    String until,
    String paused,
    String findings,
    boolean ended) {

  static AlertItem of(AlertRow alert, CityModel city, Figures figures, Instant now) {
    Messages messages = figures.messages();
    AlertSentence sentence = new AlertSentence(city, figures);
    Instant end = alert.endedAt() == null ? now : alert.endedAt();
    return new AlertItem(
        alert.alertKey(),
        Level.ofSeverity(alert.severity()),
        messages.textOr("severity." + alert.severity(), alert.severity()),
        sentence.rule(alert),
        sentence.text(alert),
        city.areaName(alert.areaId(), messages.language()),
        figures.fullMoment(alert.since()),
        figures.duration(Duration.between(alert.since(), end)),
        alert.owner(),
        messages.text("standing." + alert.standing()),
        alert.standing(),
        alert.snoozedUntil() == null
            ? ""
            : messages.text("alert.until", figures.fullMoment(alert.snoozedUntil())),
        sentence.paused(alert),
        alert.findings() > 1
            ? messages.text("alert.findings", figures.count(alert.findings()))
            : "",
        alert.endedAt() != null);
  }
}
