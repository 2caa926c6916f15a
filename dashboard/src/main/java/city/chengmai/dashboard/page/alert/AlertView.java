package city.chengmai.dashboard.page.alert;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.AlertSentence;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.query.AlertQueries.ActionRow;
import city.chengmai.dashboard.query.AlertQueries.DeliveryRow;
import city.chengmai.dashboard.query.AlertQueries.EvidenceCaseRow;
import city.chengmai.dashboard.query.AlertQueries.FindingRow;
import city.chengmai.dashboard.query.PortraitQueries.PortraitRow;
import city.chengmai.datasets.rule.AlertRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Words one alert in the language of the page. */
final class AlertView {

  /** A fact with its label. */
  public record Fact(String label, String value) {}

  /** A finding of the machine. */
  public record Finding(
      String period, String place, String observed, String expected, String chance, String state) {}

  /**
   * A row behind the alert.
   *
   * @param linked whether it is a case with a page
   */
  public record Evidence(
      String id, boolean linked, String category, String grid, String state, String reported) {}

  /** Something that was done. */
  public record Deed(String at, String actor, String what, String note) {}

  /** To whom it was told. */
  public record Delivery(
      String at, String channel, String occasion, String state, String attempt, String answer) {}

  /** Rules about this installation itself. */
  private static final String OWN = "X0";

  private static final AlertRules RULES = AlertRules.bundled();

  private final AlertFile file;
  private final CityModel city;
  private final Figures figures;
  private final Messages messages;

  AlertView(AlertFile file, CityModel city, Figures figures) {
    this.file = file;
    this.city = city;
    this.figures = figures;
    this.messages = figures.messages();
  }

  Map<String, Object> model(List<PortraitRow> scores) {
    AlertPictures pictures = new AlertPictures(city, figures);
    Figures other = new Figures(messages.language().other(), figures.zone());
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("item", AlertItem.of(file.alert(), city, figures, file.now()));
    model.put("otherText", new AlertSentence(city, other).text(file.alert()));
    model.put("otherLanguage", other.messages().language());
    model.put("areaId", file.alert().areaId());
    model.put("areaKnown", city.area(file.alert().areaId()).isPresent());
    model.put("statement", file.latest().details().getOrDefault("statement", ""));
    model.put("own", file.alert().rule().startsWith(OWN));
    model.put("facts", facts());
    model.put("map", pictures.map(file, scores));
    model.put("course", pictures.course(file));
    model.put("findings", file.findings().stream().map(this::finding).toList());
    model.put("evidence", evidence());
    model.put("evidenceTotal", figures.count(file.alert().evidenceTotal()));
    model.put("deeds", file.actions().stream().map(this::deed).toList());
    model.put("deliveries", file.deliveries().stream().map(this::delivery).toList());
    return model;
  }

  private List<Fact> facts() {
    FindingRow latest = file.latest();
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("alert.observed", figures.amount(latest.observed())));
    facts.add(fact("alert.expected", amount(latest.expected())));
    facts.add(fact("alert.interval", interval(latest)));
    facts.add(fact("alert.probability", Likelihood.text(latest.log10P(), figures)));
    facts.add(fact("alert.period", period(latest)));
    facts.add(
        fact(
            "alert.method",
            messages.text("alert.method-version", latest.method(), latest.methodVersion())));
    facts.add(fact("alert.rule", rule(latest.rule())));
    facts.add(fact("alert.data-as-of", figures.fullMoment(latest.dataAsOf())));
    facts.addAll(details(latest));
    return facts;
  }

  private List<Fact> details(FindingRow finding) {
    return new TreeMap<>(finding.details())
        .entrySet().stream()
            // The map shows these.
            .filter(detail -> !detail.getKey().equals("cells") && !detail.getValue().isEmpty())
            .map(
                detail ->
                    new Fact(
                        messages.textOr("alert.detail." + detail.getKey(), detail.getKey()),
                        detail.getValue()))
            .toList();
  }

  private String rule(String id) {
    return RULES
        .find(id)
        .map(
            rule ->
                id
                    + " "
                    + LocalText.of(rule.name(), messages.language())
                    + messages.text("alert.rule-of")
                    + LocalText.of(rule.description(), messages.language()))
        .orElse(id);
  }

  private Fact fact(String key, String value) {
    return new Fact(messages.text(key), value);
  }

  private String amount(Double value) {
    return value == null ? Figures.NONE : figures.amount(value);
  }

  private String interval(FindingRow finding) {
    return finding.lower() == null && finding.upper() == null
        ? Figures.NONE
        : amount(finding.lower()) + " – " + amount(finding.upper());
  }

  private String period(FindingRow finding) {
    return figures.fullMoment(finding.periodStart())
        + " – "
        + figures.fullMoment(finding.periodEnd());
  }

  private Finding finding(FindingRow row) {
    return new Finding(
        period(row),
        city.areaName(row.areaId(), messages.language()),
        figures.amount(row.observed()),
        amount(row.expected()),
        Likelihood.text(row.log10P(), figures),
        messages.text(row.state().equals("open") ? "alert.stands" : "alert.cleared"));
  }

  private List<Evidence> evidence() {
    List<Evidence> rows = new ArrayList<>();
    file.cases().forEach(row -> rows.add(evidence(row)));
    Set<String> cases =
        file.cases().stream().map(EvidenceCaseRow::caseId).collect(Collectors.toSet());
    file.findings().stream()
        .flatMap(finding -> finding.evidence().stream())
        .distinct()
        .filter(id -> !cases.contains(id))
        .limit(50)
        .forEach(id -> rows.add(new Evidence(id, false, "", "", "", "")));
    return rows;
  }

  private Evidence evidence(EvidenceCaseRow row) {
    return new Evidence(
        row.caseId(),
        true,
        city.categoryName(row.category(), messages.language()),
        city.areaName(row.grid(), messages.language()),
        messages.textOr("stage." + row.stage(), row.stage()),
        figures.fullMoment(row.reportedAt()));
  }

  private Deed deed(ActionRow row) {
    List<String> note = new ArrayList<>();
    if (!row.assignee().isEmpty()) {
      note.add("→ " + row.assignee());
    }
    if (!row.reason().isEmpty()) {
      note.add(messages.textOr("alert.reason." + row.reason(), row.reason()));
    }
    if (row.until() != null) {
      note.add(messages.text("alert.until", figures.fullMoment(row.until())));
    }
    if (!row.comment().isEmpty()) {
      note.add(row.comment());
    }
    return new Deed(
        figures.fullMoment(row.actedAt()),
        row.actor(),
        messages.textOr("alert.done." + row.action(), row.action()),
        String.join(" · ", note));
  }

  private Delivery delivery(DeliveryRow row) {
    return new Delivery(
        figures.fullMoment(row.triedAt() == null ? row.createdAt() : row.triedAt()),
        row.channel(),
        messages.textOr("delivery.occasion." + row.occasion(), row.occasion()),
        messages.textOr("delivery.state." + row.state(), row.state()),
        figures.count(row.attempt()),
        row.answer());
  }
}
