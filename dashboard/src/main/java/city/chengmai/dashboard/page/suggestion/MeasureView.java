package city.chengmai.dashboard.page.suggestion;

import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.query.SuggestionQueries.DecisionRow;
import city.chengmai.dashboard.query.SuggestionQueries.SuggestedRow;
import city.chengmai.datasets.empowerment.EmpowermentModels;
import city.chengmai.datasets.rule.AlertRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A suggested measure as it is shown.
 *
 * @param state open, accept or reject
 * @param decided who decided when and why; empty while open
 * @param outcome what four weeks brought; empty until then
 */
public record MeasureView(
    String id,
    String kind,
    String kindName,
    String sentence,
    String area,
    String areaId,
    String since,
    boolean standsNow,
    String expected,
    String baseline,
    List<Evidence> evidence,
    String evidenceTotal,
    String state,
    String stateName,
    String decided,
    String outcome,
    String formId) {

  /** A row behind it, with its address when it has a page. */
  public record Evidence(String id, String address) {}

  private static final AlertRules RULES = AlertRules.bundled();

  static MeasureView of(
      SuggestedRow row,
      List<DecisionRow> decisions,
      CityModel city,
      EmpowermentModels models,
      Figures figures) {
    Messages messages = figures.messages();
    Optional<DecisionRow> decision =
        decisions.stream().filter(one -> one.measureId().equals(row.measureId())).findFirst();
    String state = decision.map(DecisionRow::decision).orElse("open");
    return new MeasureView(
        row.measureId(),
        row.kind(),
        messages.text("suggestions.kind." + row.kind()),
        sentence(row, city, models, messages),
        city.areaName(row.areaId(), messages.language()),
        row.areaId(),
        figures.day(row.firstDay()),
        row.endedDay() == null,
        expected(row, figures),
        row.baseline() == null ? Figures.NONE : figures.number(row.baseline(), 1),
        row.evidence().stream().map(id -> evidence(id, models)).toList(),
        figures.count(row.evidenceTotal()),
        state,
        messages.text("suggestions.state." + state),
        decision.map(one -> decided(one, figures)).orElse(""),
        outcome(row, figures),
        UUID.randomUUID().toString());
  }

  private static String expected(SuggestedRow row, Figures figures) {
    return row.expected() == null
        ? Figures.NONE
        : figures
            .messages()
            .text(
                "suggestions.interval." + row.kind(),
                change(row, row.expected(), figures),
                change(row, row.expectedLower(), figures),
                change(row, row.expectedUpper(), figures));
  }

  /** What is found or visited is a count; cases and alerts change. */
  private static String change(SuggestedRow row, Double value, Figures figures) {
    boolean count = row.kind().equals("hand-over") || row.kind().equals("visit");
    return count ? figures.number(value, 1) : figures.signed(value, 1);
  }

  private static String outcome(SuggestedRow row, Figures figures) {
    if (row.measuredOn() == null) {
      return "";
    }
    return figures
        .messages()
        .text(
            "suggestions.outcome",
            figures.day(row.measuredOn()),
            figures.number(row.observed(), 0),
            change(row, row.effect(), figures),
            change(row, row.effectLower(), figures),
            change(row, row.effectUpper(), figures));
  }

  private static String decided(DecisionRow row, Figures figures) {
    String reason =
        row.reason().isEmpty()
            ? ""
            : " · " + figures.messages().text("suggestions.reason." + row.reason());
    String comment = row.comment().isEmpty() ? "" : " · " + row.comment();
    return figures.fullMoment(row.decidedAt()) + " · " + row.actor() + reason + comment;
  }

  /** Measures of earlier releases name no category and are about all of them. */
  private static String category(Map<String, String> details, CityModel city, Messages messages) {
    String category = details.getOrDefault("category", "");
    return category.isEmpty()
        ? messages.text("suggestions.say.all-categories")
        : city.categoryName(category, messages.language());
  }

  private static String sentence(
      SuggestedRow row, CityModel city, EmpowermentModels models, Messages messages) {
    Map<String, String> details = row.details();
    return switch (row.kind()) {
      case "extra-patrol" ->
          messages.text(
              "suggestions.say.extra-patrol",
              city.areaName(row.areaId(), messages.language()),
              details.get("hour"),
              details.get("until-hour"),
              details.get("cases"),
              details.get("usual"),
              category(details, city, messages));
      case "class-fix" ->
          messages.text(
              "suggestions.say.class-fix",
              city.areaName(row.areaId(), messages.language()),
              details.getOrDefault("address", "").isEmpty()
                  ? row.subject()
                  : details.get("address"),
              details.get("category").isEmpty()
                  ? model(details, models, messages)
                  : city.categoryName(details.get("category"), messages.language()),
              details.get("cases"));
      case "hand-over" ->
          messages.text(
              "suggestions.say.hand-over",
              details.get("hits"),
              model(details, models, messages),
              city.feedName(details.get("department"), messages.language()));
      case "visit" ->
          messages.text(
              "suggestions.say.visit",
              details.get("enterprises"),
              details.get("appeals"),
              row.subject());
      default ->
          messages.text(
              "suggestions.say.threshold",
              RULES
                  .find(details.getOrDefault("rule", ""))
                  .map(rule -> LocalText.of(rule.name(), messages.language()))
                  .orElse(row.subject()),
              messages.textOr(
                  "rule.parameter." + details.get("parameter"), details.get("parameter")),
              details.get("now"),
              details.get("then"));
    };
  }

  private static String model(
      Map<String, String> details, EmpowermentModels models, Messages messages) {
    return models
        .find(details.get("model"))
        .map(model -> LocalText.of(model.name(), messages.language()))
        .orElse(details.get("model"));
  }

  private static Evidence evidence(String id, EmpowermentModels models) {
    int bar = id.indexOf('|');
    if (bar > 0 && models.find(id.substring(0, bar)).isPresent()) {
      return new Evidence(id, "/model/" + id.substring(0, bar) + "#hits");
    }
    if (bar > 0 && RULES.find(id.substring(0, bar)).isPresent()) {
      boolean proposal = id.contains("||");
      return new Evidence(id, proposal ? "/thresholds" : "/alert/" + PathSegment.of(id));
    }
    if (id.matches("C[0-9].*")) {
      return new Evidence(id, "/case/" + PathSegment.of(id));
    }
    return id.startsWith("enterprise-")
        ? new Evidence(id, "/files/enterprises/" + PathSegment.of(id))
        : new Evidence(id, "");
  }
}
