package city.chengmai.dashboard.page.alert;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.page.AlertSentence;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.AlertQueries.ActionRow;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import city.chengmai.dashboard.query.AlertQueries.DeliveryRow;
import city.chengmai.dashboard.query.AlertQueries.FindingRow;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;

/** Alerts for programs: the same figures as the pages; a missing one is null, never zero. */
public final class AlertJson {

  private final CityModel city;
  private final ZoneId zone;

  /** Alerts of this city. */
  public AlertJson(CityModel city) {
    this.city = city;
    this.zone = city.facts().zone();
  }

  JsonObject list(ListPage page) {
    JsonArray alerts = new JsonArray();
    page.rows().forEach(row -> alerts.add(alert(row)));
    return new JsonObject()
        .put("total", page.total())
        .put("asOf", page.at().toString())
        .put("alerts", alerts)
        .put("next", page.next().orElse(null));
  }

  JsonObject file(AlertFile file) {
    JsonArray findings = new JsonArray();
    file.findings().forEach(row -> findings.add(finding(row)));
    JsonArray actions = new JsonArray();
    file.actions().forEach(row -> actions.add(action(row)));
    JsonArray deliveries = new JsonArray();
    file.deliveries().forEach(row -> deliveries.add(delivery(row)));
    return alert(file.alert())
        .put("findingsShown", findings)
        .put("actions", actions)
        .put("deliveries", deliveries);
  }

  /** One alert, with its sentence in both languages. */
  public JsonObject alert(AlertRow row) {
    return new JsonObject()
        .put("alert", row.alertKey())
        .put("rule", row.rule())
        .put("severity", row.severity())
        .put("standing", row.standing())
        .put("state", row.state())
        .put("area", row.areaId())
        .put("category", row.category())
        .put("subject", row.subject())
        .put("sentenceZh", sentence(row, Language.CHINESE))
        .put("sentenceEn", sentence(row, Language.ENGLISH))
        .put("since", text(row.since()))
        .put("raisedAt", text(row.raisedAt()))
        .put("endedAt", text(row.endedAt()))
        .put("snoozedUntil", text(row.snoozedUntil()))
        .put("owner", row.owner())
        .put("pausedBy", row.pausedBy())
        .put("observed", row.observed())
        .put("expected", row.expected())
        .put("upper", row.upper())
        .put("findings", row.findings());
  }

  private String sentence(AlertRow row, Language language) {
    return new AlertSentence(city, new Figures(language, zone)).text(row);
  }

  private static JsonObject finding(FindingRow row) {
    return new JsonObject()
        .put("finding", row.alertId())
        .put("area", row.areaId())
        .put("areas", new JsonArray(row.areas()))
        .put("periodStart", text(row.periodStart()))
        .put("periodEnd", text(row.periodEnd()))
        .put("observed", row.observed())
        .put("expected", row.expected())
        .put("lower", row.lower())
        .put("upper", row.upper())
        .put("log10P", row.log10P())
        .put("method", row.method())
        .put("methodVersion", row.methodVersion())
        .put("evidence", new JsonArray(row.evidence()))
        .put("evidenceTotal", row.evidenceTotal())
        .put("longitude", row.longitude())
        .put("latitude", row.latitude())
        .put("radius", row.radius())
        .put("state", row.state())
        .put("clearedAt", text(row.clearedAt()));
  }

  private static JsonObject action(ActionRow row) {
    return new JsonObject()
        .put("action", row.action())
        .put("actor", row.actor())
        .put("assignee", row.assignee())
        .put("reason", row.reason())
        .put("comment", row.comment())
        .put("until", text(row.until()))
        .put("actedAt", text(row.actedAt()));
  }

  private static JsonObject delivery(DeliveryRow row) {
    return new JsonObject()
        .put("channel", row.channel())
        .put("occasion", row.occasion())
        .put("state", row.state())
        .put("attempt", row.attempt())
        .put("answer", row.answer())
        .put("triedAt", text(row.triedAt()));
  }

  private static String text(Instant moment) {
    return moment == null ? null : moment.toString();
  }
}
