package city.chengmai.dashboard.page.record;

import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.files.FileDesk;
import city.chengmai.dashboard.query.FileQueries.FileEventRow;
import city.chengmai.dashboard.query.FileQueries.FileRow;
import city.chengmai.dashboard.query.RecordQueries;
import city.chengmai.dashboard.query.RecordQueries.DiscrepancyRow;
import city.chengmai.dashboard.query.RecordQueries.StepRow;
import city.chengmai.dashboard.record.Correction;
import city.chengmai.dashboard.record.FieldValue;
import city.chengmai.dashboard.record.StepKind;
import city.chengmai.datasets.catalogue.FileField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One record: its fields with forms to put them right, disagreements, corrections, history. */
final class RecordPage {

  /**
   * A field that people may put right.
   *
   * @param plain value as the sources tell it
   * @param formId of the form
   */
  public record Field(
      String key,
      String name,
      String value,
      String plain,
      boolean number,
      boolean filled,
      String bound,
      String formId) {}

  /** What a source tells of a field. */
  public record Said(String source, String value, String at) {}

  /** A field of which sources tell different values. */
  public record Differing(String field, List<Said> said) {}

  /**
   * A disagreement.
   *
   * @param correctable whether what was seen can be proposed as it is
   */
  public record Doubt(
      String id,
      String key,
      String field,
      String recorded,
      String observed,
      String observedPlain,
      String nowPlain,
      String change,
      String app,
      String found,
      String state,
      String stateKey,
      boolean correctable,
      String explainId,
      String proposeId) {}

  /** A step that may be taken. */
  public record Form(String step, String name, String formId, boolean why) {}

  /** A correction. */
  public record Card(
      String id,
      String field,
      String before,
      String after,
      String change,
      String bound,
      boolean within,
      String proposer,
      String state,
      String stateKey,
      List<Form> forms) {}

  private final FileDesk desk;
  private final RecordQueries queries;
  private final RecordWords words;
  private final Figures figures;
  private final String kind;

  RecordPage(FileDesk desk, RecordQueries queries, String kind) {
    this.desk = desk;
    this.queries = queries;
    this.words = new RecordWords(desk);
    this.figures = desk.figures();
    this.kind = kind;
  }

  /** The model of one record; empty when there is none. */
  Optional<Map<String, Object>> model(String id) {
    return desk.file(kind, id).map(this::model);
  }

  private Map<String, Object> model(FileRow row) {
    List<StepRow> steps = queries.steps(kind, row.id());
    List<DiscrepancyRow> doubts = queries.discrepancies(kind, row.id(), desk.now());
    List<FileEventRow> events = desk.files().events(row.id(), desk.now());
    List<Correction> corrections = Correction.of(steps);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("id", row.id());
    model.put("kind", kind);
    model.put("kindName", words.kind(kind));
    model.put("name", row.field("name").isEmpty() ? row.id() : row.field("name"));
    model.put("file", "/files/" + kind + "s/" + PathSegment.of(row.id()));
    model.put("standard", desk.standard(kind, row));
    model.put(
        "edition",
        steps.stream()
            .filter(step -> step.holds() == 1)
            .mapToInt(StepRow::edition)
            .max()
            .orElse(0));
    model.put("fields", fields(row));
    model.put("differing", differing(events));
    model.put("doubts", doubts.stream().map(doubt -> doubt(doubt, row)).toList());
    model.put(
        "corrections",
        corrections.stream()
            .filter(one -> one.last() != StepKind.EXPLAIN)
            .map(one -> card(one, corrections))
            .toList());
    model.put(
        "history",
        new RecordHistory(desk, kind)
            .steps(steps)
            .calibrations(queries.calibrations(kind, row.id(), desk.now()))
            .discrepancies(doubts)
            .told(events)
            .lines());
    return model;
  }

  private List<Field> fields(FileRow row) {
    return FileDesk.rule(kind).fields().stream()
        .filter(FieldValue::isCorrectable)
        .map(field -> field(field, row))
        .toList();
  }

  private Field field(FileField field, FileRow row) {
    String value = row.field(field.name());
    return new Field(
        field.name(),
        words.field(kind, field.name()),
        words.value(kind, field.name(), value),
        value,
        field.isNumber(),
        !value.isBlank(),
        words.bound(field.bound()),
        formId());
  }

  private List<Differing> differing(List<FileEventRow> events) {
    List<String> fields =
        FileDesk.rule(kind).fields().stream()
            .filter(FieldValue::isCorrectable)
            .map(FileField::name)
            .toList();
    return SourceValues.differing(events, kind, fields).entrySet().stream()
        .map(
            entry ->
                new Differing(
                    words.field(kind, entry.getKey()),
                    entry.getValue().stream()
                        .map(
                            told ->
                                new Said(
                                    words.app(told.source()),
                                    words.value(kind, entry.getKey(), told.value()),
                                    figures.fullMoment(told.at())))
                        .toList()))
        .toList();
  }

  private Doubt doubt(DiscrepancyRow doubt, FileRow row) {
    String now = row.field(doubt.field());
    boolean open = doubt.state().equals("open");
    boolean correctable =
        open
            && !FieldValue.same(now, doubt.observedValue())
            && FileDesk.rule(kind)
                .field(doubt.field())
                .filter(FieldValue::isCorrectable)
                .filter(field -> FieldValue.fits(field, doubt.observedValue()))
                .isPresent();
    return new Doubt(
        doubt.discrepancyId(),
        doubt.field(),
        words.field(kind, doubt.field()),
        words.value(kind, doubt.field(), doubt.recordedValue()),
        words.value(kind, doubt.field(), doubt.observedValue()),
        doubt.observedValue(),
        now,
        words.change(FieldValue.change(doubt.recordedValue(), doubt.observedValue())),
        words.app(doubt.app()),
        figures.fullMoment(doubt.foundAt()),
        figures.messages().textOr("records.discrepancy." + doubt.state(), doubt.state()),
        doubt.state(),
        correctable,
        open ? formId() : "",
        formId());
  }

  private Card card(Correction correction, List<Correction> all) {
    StepRow first = correction.first();
    return new Card(
        correction.id(),
        words.field(kind, first.field()),
        words.value(kind, first.field(), first.before()),
        words.value(kind, first.field(), first.after()),
        words.change(first.change()),
        words.bound(first.bound()),
        correction.isWithinBound(),
        first.actor(),
        figures.messages().text("records.state." + correction.last().wireName()),
        correction.last().wireName(),
        correction.allowed(all).stream().map(this::form).toList());
  }

  private Form form(StepKind step) {
    return new Form(
        step.wireName(),
        figures.messages().text("records.do." + step.wireName()),
        formId(),
        step == StepKind.REJECT || step == StepKind.REVERT);
  }

  private static String formId() {
    return UUID.randomUUID().toString();
  }
}
