package city.chengmai.dashboard.page.record;

import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.files.AttributeHistory;
import city.chengmai.dashboard.page.files.AttributeHistory.Change;
import city.chengmai.dashboard.page.files.FileDesk;
import city.chengmai.dashboard.query.FileQueries.FileEventRow;
import city.chengmai.dashboard.query.RecordQueries.CalibrationRow;
import city.chengmai.dashboard.query.RecordQueries.DiscrepancyRow;
import city.chengmai.dashboard.query.RecordQueries.StepRow;
import city.chengmai.datasets.catalogue.FileField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The whole history of one record, latest first: what sources told, disagreements, corrections of
 * other systems, and what people did here.
 */
final class RecordHistory {

  /**
   * Something that happened.
   *
   * @param kind told, discrepancy, calibration, step
   */
  public record Line(String at, String kind, String who, String what, String note) {}

  private record Moment(Instant at, int order, Line line) {}

  private final FileDesk desk;
  private final RecordWords words;
  private final Messages messages;
  private final String kind;
  private final List<Moment> moments = new ArrayList<>();

  RecordHistory(FileDesk desk, String kind) {
    this.desk = desk;
    this.words = new RecordWords(desk);
    this.messages = desk.figures().messages();
    this.kind = kind;
  }

  RecordHistory told(List<FileEventRow> events) {
    List<Change> changes =
        AttributeHistory.of(
            events,
            kind,
            FileDesk.rule(kind).fields().stream().map(FileField::name).collect(Collectors.toSet()));
    for (Change change : changes) {
      add(change.at(), "told", words.app(change.app()), line("told", change), "");
    }
    return this;
  }

  private String line(String did, Change change) {
    return line(did, change.field(), change.before(), change.after());
  }

  private String line(String did, String field, String before, String after) {
    return messages.text(
        "records.line",
        messages.text("records.did." + did),
        words.field(kind, field),
        words.value(kind, field, before),
        words.value(kind, field, after));
  }

  RecordHistory discrepancies(List<DiscrepancyRow> rows) {
    for (DiscrepancyRow row : rows) {
      String found = line("found", row.field(), row.recordedValue(), row.observedValue());
      add(row.foundAt(), "discrepancy", words.app(row.app()), found, row.discrepancyId());
      if (row.toldAt() != null) {
        String what =
            messages.text(
                "records.line-explained",
                messages.textOr("records.did.told-" + row.state(), row.state()),
                words.field(kind, row.field()));
        add(row.toldAt(), "discrepancy", words.app(row.app()), what, row.discrepancyId());
      }
    }
    return this;
  }

  RecordHistory calibrations(List<CalibrationRow> rows) {
    for (CalibrationRow row : rows) {
      Map<String, Instant> steps = new LinkedHashMap<>();
      steps.put("propose", row.proposedAt());
      steps.put("approve", row.approvedAt());
      steps.put("reject", row.rejectedAt());
      steps.put("apply", row.appliedAt());
      steps.put("revert", row.revertedAt());
      steps.forEach(
          (step, at) -> {
            if (at != null && at.isBefore(desk.now())) {
              add(
                  at,
                  "calibration",
                  messages.text("records.elsewhere"),
                  line(step, row.field(), row.before(), row.after()),
                  row.calibrationId());
            }
          });
    }
    return this;
  }

  RecordHistory steps(List<StepRow> rows) {
    rows.forEach(
        row ->
            add(
                row.actedAt(),
                "step",
                row.actor(),
                StepWords.of(row, words, messages),
                row.comment()));
    return this;
  }

  private void add(Instant at, String kind, String who, String what, String note) {
    moments.add(
        new Moment(
            at, moments.size(), new Line(desk.figures().fullMoment(at), kind, who, what, note)));
  }

  List<Line> lines() {
    return moments.stream()
        .sorted(
            Comparator.comparing(Moment::at)
                .reversed()
                .thenComparing(Comparator.comparingInt(Moment::order)))
        .map(Moment::line)
        .toList();
  }
}
