package city.chengmai.dashboard.page.record;

import city.chengmai.dashboard.page.files.FileDesk;
import city.chengmai.dashboard.record.FieldValue;
import city.chengmai.dashboard.record.RecordJournal.Step;
import city.chengmai.dashboard.record.RecordJournal.Wanted;
import city.chengmai.dashboard.record.StepKind;
import city.chengmai.datasets.catalogue.FileField;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed into a form of a record.
 *
 * @param kind empty when there is no such step
 * @param basedOn what the page showed; -1 when it is no number
 * @param before the value that the page showed
 * @param after the value that it shall have
 */
record StepForm(
    Optional<StepKind> kind,
    String id,
    int basedOn,
    String correctionId,
    String field,
    String before,
    String after,
    String discrepancyId,
    String actor,
    String comment) {

  private static final int LONGEST_POST = 120;
  private static final int LONGEST_COMMENT = 1_000;
  private static final int LONGEST_ID = 200;

  /** Of the members of a form. */
  static StepForm of(Map<String, String> form) {
    String edition = text(form, "based_on");
    return new StepForm(
        StepKind.of(text(form, "step")),
        text(form, "step_id"),
        edition.matches("[0-9]{1,9}") ? Integer.parseInt(edition) : -1,
        text(form, "correction_id"),
        text(form, "field"),
        text(form, "before"),
        text(form, "after"),
        text(form, "discrepancy_id"),
        text(form, "actor"),
        text(form, "comment"));
  }

  /** Message key of what is wrong; empty when nothing is. */
  String problem(String recordKind) {
    if (kind.isEmpty() || basedOn < 0 || !id.matches("[0-9a-zA-Z-]{8,64}") || tooLongIds()) {
      return "alert.form.broken";
    }
    if (actor.isEmpty()) {
      return "alert.form.no-actor";
    }
    if (actor.length() > LONGEST_POST || comment.length() > LONGEST_COMMENT) {
      return "alert.form.too-long";
    }
    return switch (kind.get()) {
      case PROPOSE -> valueProblem(recordKind);
      case EXPLAIN, REJECT, REVERT -> comment.isEmpty() ? "records.form.why" : "";
      default -> "";
    };
  }

  private boolean tooLongIds() {
    return correctionId.length() > LONGEST_ID
        || discrepancyId.length() > LONGEST_ID
        || before.length() > LONGEST_COMMENT;
  }

  private String valueProblem(String recordKind) {
    Optional<FileField> declared = FileDesk.rule(recordKind).field(field);
    if (declared.filter(FieldValue::isCorrectable).isEmpty()) {
      return "records.form.field";
    }
    if (!FieldValue.fits(declared.get(), after)) {
      return "records.form.value";
    }
    return FieldValue.same(before, after) ? "records.form.same" : "";
  }

  Step step() {
    return new Step(id, basedOn, actor, comment);
  }

  Wanted wanted(String recordKind) {
    Double bound = FileDesk.rule(recordKind).field(field).map(FileField::bound).orElse(null);
    return new Wanted(field, before, after, bound, discrepancyId);
  }

  /** An explanation is about the field of its disagreement and changes nothing. */
  Wanted explained(String aboutField, String recorded) {
    return new Wanted(aboutField, recorded, "", null, discrepancyId);
  }

  private static String text(Map<String, String> form, String name) {
    return form.getOrDefault(name, "").strip();
  }
}
