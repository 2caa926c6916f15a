package city.chengmai.ingest.lifecycle;

import static city.chengmai.ingest.lifecycle.Column.decimal;
import static city.chengmai.ingest.lifecycle.Column.first;
import static city.chengmai.ingest.lifecycle.Column.grid;
import static city.chengmai.ingest.lifecycle.Column.last;
import static city.chengmai.ingest.lifecycle.Column.latitude;
import static city.chengmai.ingest.lifecycle.Column.longitude;
import static city.chengmai.ingest.lifecycle.Column.moment;
import static city.chengmai.ingest.lifecycle.Column.person;
import static city.chengmai.ingest.lifecycle.Column.recordedAt;
import static city.chengmai.ingest.lifecycle.Column.source;
import static city.chengmai.ingest.lifecycle.Column.stage;
import static city.chengmai.ingest.lifecycle.Column.subject;
import static city.chengmai.ingest.lifecycle.Column.text;
import static city.chengmai.ingest.lifecycle.Column.texts;
import static city.chengmai.ingest.lifecycle.Column.updatedAt;
import static city.chengmai.ingest.lifecycle.Column.version;
import static city.chengmai.ingest.lifecycle.Column.whole;

import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.row.FactTable;
import java.util.List;

/** Rows of corrections to base data, of models and of what the system suggests. */
final class CalibrationLayouts {

  static final EntityLayout DISCREPANCIES =
      EntityLayout.of(
          FactTable.DISCREPANCIES,
          List.of(
              subject("discrepancy_id"),
              source(),
              text("recordKind"),
              text("recordId"),
              text("field"),
              text("recordedValue"),
              text("observedValue"),
              text("app"),
              grid(),
              first("found_at", EventType.DISCREPANCY_FOUND),
              last("resolved_at", EventType.DISCREPANCY_RESOLVED),
              text("resolution"),
              updatedAt(),
              recordedAt(),
              version()));

  static final EntityLayout CALIBRATIONS =
      EntityLayout.of(
          FactTable.CALIBRATIONS,
          List.of(
              subject("calibration_id"),
              source(),
              text("recordKind"),
              text("recordId"),
              text("field"),
              text("before"),
              text("after"),
              decimal("bound"),
              decimal("change"),
              text("discrepancyId"),
              grid(),
              first("proposed_at", EventType.CALIBRATION_PROPOSED),
              last("approved_at", EventType.CALIBRATION_APPROVED),
              last("rejected_at", EventType.CALIBRATION_REJECTED),
              last("applied_at", EventType.CALIBRATION_APPLIED),
              last("reverted_at", EventType.CALIBRATION_REVERTED),
              person("approver_hash", "approver"),
              text("reason"),
              stage(),
              updatedAt(),
              recordedAt(),
              version()));

  static final EntityLayout MODEL_RUNS =
      EntityLayout.of(
          FactTable.MODEL_RUNS,
          List.of(
              subject("run_id"),
              source(),
              text("modelId"),
              text("modelVersion"),
              text("department"),
              texts("inputs"),
              text("state"),
              whole("rowsRead"),
              whole("hits"),
              moment("startedAt"),
              last("finished_at", EventType.MODEL_RUN),
              updatedAt(),
              recordedAt(),
              version()));

  static final EntityLayout MODEL_HITS =
      EntityLayout.of(
          FactTable.MODEL_HITS,
          List.of(
              subject("hit_id"),
              source(),
              text("runId"),
              text("modelId"),
              text("modelVersion"),
              text("department"),
              text("recordKind"),
              text("recordId"),
              decimal("score"),
              texts("evidence"),
              grid(),
              longitude(),
              latitude(),
              first("hit_at", EventType.MODEL_HIT),
              last("verified_at", EventType.HIT_VERIFIED),
              text("verdict"),
              text("caseId"),
              updatedAt(),
              recordedAt(),
              version()));

  static final EntityLayout SUGGESTIONS =
      EntityLayout.of(
          FactTable.SUGGESTIONS,
          List.of(
              subject("suggestion_id"),
              source(),
              text("kind"),
              text("title"),
              text("indicator"),
              texts("evidence"),
              text("unit"),
              grid(),
              decimal("expectedEffect"),
              moment("dueAt"),
              first("made_at", EventType.SUGGESTION_MADE),
              last("decided_at", EventType.SUGGESTION_DECIDED),
              text("decision"),
              last("measured_at", EventType.SUGGESTION_MEASURED),
              decimal("effect"),
              whole("windowDays"),
              stage(),
              updatedAt(),
              recordedAt(),
              version()));

  private CalibrationLayouts() {}
}
