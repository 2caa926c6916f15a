package city.chengmai.dashboard.page.trace;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.LocalText;
import city.chengmai.dashboard.query.CaseQueries.CaseRow;
import city.chengmai.dashboard.query.TraceQueries.AlertRow;
import city.chengmai.dashboard.query.TraceQueries.EventRow;
import city.chengmai.dashboard.query.TraceQueries.IdentityRow;
import city.chengmai.dashboard.query.TraceQueries.LetterRow;
import city.chengmai.dashboard.query.TraceQueries.RevisionRow;
import city.chengmai.datasets.event.CorrelationId;
import city.chengmai.datasets.rule.AlertRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words the way of one event. */
final class TraceView {

  private static final AlertRules RULES = AlertRules.bundled();
  private static final Duration IN_SECONDS = Duration.ofSeconds(90);
  private static final double MILLIS = 1_000;

  /**
   * A step of the way.
   *
   * @param after how long after the step before; may be empty
   * @param alert key of the alert that it leads to; may be empty
   */
  public record Step(String name, String at, String after, String note, String alert) {}

  /** An event of an entity. */
  public record Line(String name, String at, String source, String id) {}

  /** A step that has no words for its time yet. */
  private record Moment(Instant at, String name, String note, String alert) {}

  private final IdentityRow identity;
  private final CityModel city;
  private final Figures figures;
  private final Messages messages;

  TraceView(IdentityRow identity, CityModel city, Figures figures) {
    this.identity = identity;
    this.city = city;
    this.figures = figures;
    this.messages = figures.messages();
  }

  /** The page before anything was asked. */
  static Map<String, Object> blank(String source, String id) {
    return Map.of("source", source, "id", id, "found", false, "about", "", "problem", "");
  }

  /** The page when a search could not be made. */
  static Map<String, Object> refused(String problem) {
    Map<String, Object> model = new LinkedHashMap<>(blank("", ""));
    model.put("problem", problem);
    return model;
  }

  /** The events of an entity, each with the link to its way. */
  static Map<String, Object> about(String subject, List<EventRow> events, Figures figures) {
    Map<String, Object> model = new LinkedHashMap<>(blank("", ""));
    model.put("about", subject);
    model.put("events", events.stream().map(event -> line(event, figures)).toList());
    return model;
  }

  private static Line line(EventRow event, Figures figures) {
    String name = event.type().substring(event.type().lastIndexOf('.') + 1);
    return new Line(
        figures.messages().textOr("event." + name, event.type()),
        figures.fullMoment(event.recordedAt()),
        event.source(),
        event.id());
  }

  Map<String, Object> model(
      Optional<EventRow> event,
      List<RevisionRow> revisions,
      List<LetterRow> letters,
      Optional<CaseRow> caseRow,
      List<AlertRow> alerts) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("found", true);
    model.put("problem", "");
    model.put("about", "");
    model.put("source", identity.source());
    model.put("id", identity.id());
    model.put("correlation", CorrelationId.of(identity.source(), identity.id()));
    model.put("taken", event.isPresent());
    model.put("type", event.map(EventRow::type).orElse(""));
    model.put("subject", event.map(EventRow::subject).orElse(""));
    model.put("grid", event.map(row -> city.areaName(row.grid(), messages.language())).orElse(""));
    model.put("caseId", caseRow.map(CaseRow::caseId).orElse(""));
    model.put(
        "stage",
        caseRow.map(row -> messages.textOr("stage." + row.stage(), row.stage())).orElse(""));
    model.put("steps", steps(event, revisions, letters, alerts));
    return model;
  }

  private List<Step> steps(
      Optional<EventRow> event,
      List<RevisionRow> revisions,
      List<LetterRow> letters,
      List<AlertRow> alerts) {
    List<Moment> moments = new ArrayList<>();
    event.ifPresent(
        row -> {
          moments.add(moment(row.occurredAt(), "trace.occurred", "", ""));
          moments.add(moment(row.recordedAt(), "trace.recorded", "", ""));
        });
    for (RevisionRow revision : revisions) {
      String number = figures.count(revision.number() + 1);
      moments.add(
          moment(
              revision.recordedAt(), "trace.revision", messages.text("trace.content", number), ""));
    }
    for (LetterRow letter : letters) {
      String reason = messages.textOr("reason." + letter.reason(), letter.reason());
      moments.add(
          moment(letter.receivedAt(), "trace.refused", reason + " · " + letter.deadLetterId(), ""));
    }
    for (AlertRow alert : alerts) {
      moments.add(moment(alert.raisedAt(), "trace.raised", rule(alert), alert.alertKey()));
      if (alert.clearedAt() != null) {
        moments.add(moment(alert.clearedAt(), "trace.cleared", rule(alert), alert.alertKey()));
      }
    }
    moments.sort(Comparator.comparing(Moment::at));
    List<Step> steps = new ArrayList<>();
    Instant before = null;
    for (Moment moment : moments) {
      steps.add(
          new Step(
              moment.name(),
              figures.fullMoment(moment.at()),
              before == null ? "" : messages.text("case.after", length(before, moment.at())),
              moment.note(),
              moment.alert()));
      before = moment.at();
    }
    return steps;
  }

  private Moment moment(Instant at, String key, String note, String alert) {
    return new Moment(at, messages.text(key), note, alert);
  }

  private String length(Instant from, Instant to) {
    Duration length = Duration.between(from, to);
    return length.compareTo(IN_SECONDS) < 0
        ? messages.text("value.seconds", figures.number(length.toMillis() / MILLIS, 1))
        : figures.duration(length);
  }

  private String rule(AlertRow alert) {
    return RULES
        .find(alert.rule())
        .map(rule -> alert.rule() + " " + LocalText.of(rule.name(), messages.language()))
        .orElse(alert.rule());
  }
}
