package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Language;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.AlertQueries.AlertRow;
import city.chengmai.dashboard.query.CaseQueries.CaseEventRow;
import city.chengmai.dashboard.query.CaseQueries.CaseRow;
import city.chengmai.dashboard.query.CaseQueries.OpenCaseRow;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Words a case in one language. */
final class CaseView {

  /**
   * A stage on the way.
   *
   * @param at when it was reached; a dash while it was not
   * @param after how long after the stage before; may be empty
   */
  public record Step(String name, String at, String after, boolean reached) {}

  /** What happened, by the event that told of it. */
  public record Happening(String name, String at, String note, String source, String event) {}

  /** A fact with its label. */
  public record Fact(String label, String value) {}

  private static final String REPORTED = "cn.grid.case.reported";

  private final CaseRow row;
  private final CityModel city;
  private final Figures figures;
  private final Messages messages;
  private final Instant now;

  CaseView(CaseRow row, CityModel city, Figures figures, Instant now) {
    this.row = row;
    this.city = city;
    this.figures = figures;
    this.messages = figures.messages();
    this.now = now;
  }

  Map<String, Object> model(List<CaseEventRow> events, List<AlertRow> alerts) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", row.caseId());
    model.put("line", CaseLine.of(listed(), city, figures, now));
    model.put("gridId", row.grid());
    model.put("gridKnown", city.area(row.grid()).isPresent());
    model.put("grid", city.areaName(row.grid(), language()));
    model.put("alerts", alerts.stream().map(alert -> AlertLine.of(alert, city, figures)).toList());
    model.put("steps", steps());
    model.put("facts", facts(events));
    model.put("pictures", CasePictures.of(events));
    model.put("happenings", events.stream().map(this::happening).toList());
    return model;
  }

  private OpenCaseRow listed() {
    return new OpenCaseRow(
        row.caseId(),
        row.category(),
        row.level(),
        row.grid(),
        row.address(),
        row.description(),
        row.unit(),
        row.stage(),
        row.reportedAt(),
        row.dueAt(),
        row.suspended(),
        row.returns(),
        row.reopenings());
  }

  private List<Step> steps() {
    Map<String, Instant> times = new LinkedHashMap<>();
    times.put("reported", row.reportedAt());
    times.put("verified", row.verifiedAt());
    times.put("accepted", row.acceptedAt());
    times.put("filed", row.filedAt());
    times.put("dispatched", row.dispatchedAt());
    times.put("disposed", row.disposedAt());
    times.put("checked", row.checkedAt());
    times.put("closed", row.closedAt());
    List<Step> steps = new ArrayList<>();
    Instant before = null;
    for (Map.Entry<String, Instant> entry : times.entrySet()) {
      Instant at = entry.getValue();
      // In a rework the failed check lies before the dispatch that followed it.
      String after =
          at == null || before == null || at.isBefore(before)
              ? ""
              : messages.text("case.after", figures.duration(Duration.between(before, at)));
      steps.add(
          new Step(
              messages.text("stage." + entry.getKey()), figures.fullMoment(at), after, at != null));
      before = at == null ? before : at;
    }
    return steps;
  }

  private List<Fact> facts(List<CaseEventRow> events) {
    return Stream.of(
            fact("case.began", began(events)),
            fact("case.unit", row.unit()),
            fact("case.due", row.dueAt() == null ? "" : figures.fullMoment(row.dueAt())),
            fact("case.channel", word("channel", row.channel())),
            fact("case.kind", word("kind", row.kind())),
            fact("case.level", word("case-level", row.level())),
            fact("case.address", row.address()),
            fact("case.point", point()),
            fact("case.source", row.source()),
            fact("case.order", row.orderId()),
            fact("case.extensions", counted(row.extensions())),
            fact("case.suspensions", counted(row.suspensions())),
            fact("case.returns", counted(row.returns())),
            fact("case.reworks", counted(row.reworks())),
            fact("case.reopenings", counted(row.reopenings())))
        .filter(fact -> !fact.value().isEmpty())
        .toList();
  }

  private Fact fact(String key, String value) {
    return new Fact(messages.text(key), value);
  }

  /** When the matter began, as the last report tells; nothing when that would be after it. */
  private String began(List<CaseEventRow> events) {
    return events.stream()
        .filter(event -> event.type().equals(REPORTED))
        .flatMap(event -> moment(event.data()).stream())
        .filter(began -> !began.isAfter(row.reportedAt()))
        .reduce((first, last) -> last)
        .map(
            began ->
                messages.text(
                    "case.began-unseen",
                    figures.fullMoment(began),
                    figures.duration(Duration.between(began, row.reportedAt()))))
        .orElse("");
  }

  private static Optional<Instant> moment(String data) {
    try {
      String told = new JsonObject(data).getString("beganAt", "");
      return told.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(told).toInstant());
    } catch (DecodeException | ClassCastException | DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  private String word(String family, String value) {
    return value.isEmpty() ? "" : messages.textOr(family + "." + value, value);
  }

  private String counted(int times) {
    return times == 0 ? "" : figures.count(times);
  }

  private String point() {
    return row.longitude() == null || row.latitude() == null
        ? ""
        : figures.number(row.longitude(), 5) + ", " + figures.number(row.latitude(), 5);
  }

  private Happening happening(CaseEventRow event) {
    String name = event.type().substring(event.type().lastIndexOf('.') + 1);
    return new Happening(
        messages.textOr("event." + name, name),
        figures.fullMoment(event.occurredAt()),
        note(event.data()),
        event.source(),
        event.id());
  }

  /** The parts of the payload that people wrote or chose; never the whole of it. */
  private static String note(String data) {
    try {
      JsonObject payload = new JsonObject(data);
      return Stream.of("unit", "result", "manner", "reason", "note")
          .map(key -> payload.getString(key, ""))
          .filter(text -> !text.isEmpty())
          .reduce((a, b) -> a + " · " + b)
          .orElse("");
    } catch (DecodeException | ClassCastException unreadable) {
      return "";
    }
  }

  private Language language() {
    return messages.language();
  }
}
