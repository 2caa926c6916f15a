package city.chengmai.dashboard.page.record;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.files.FileDesk;
import city.chengmai.dashboard.page.files.FileSum;
import city.chengmai.dashboard.query.RecordQueries;
import city.chengmai.dashboard.query.RecordQueries.AppRow;
import city.chengmai.dashboard.query.RecordQueries.DiscrepancyRow;
import city.chengmai.dashboard.query.RecordQueries.DriftRow;
import city.chengmai.dashboard.query.RecordQueries.StepRow;
import city.chengmai.dashboard.query.RecordQueries.WaitingRow;
import city.chengmai.dashboard.record.FieldValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What disagrees, what waits and what was done about base records, of the whole city. */
final class RecordBoard {

  private static final Duration LOOKED_BACK = Duration.ofDays(90);
  private static final Duration DRIFTED = Duration.ofDays(180);

  /** How good the files of a kind are. */
  public record Kind(String id, String name, FileSum sum) {}

  /** Disagreements seen with an app. */
  public record App(
      String id,
      String name,
      String found,
      String corrected,
      String explained,
      String open,
      String days) {}

  /**
   * An open disagreement.
   *
   * @param path where it is put right; empty when it cannot be
   */
  public record Open(
      String id,
      String kind,
      String record,
      String path,
      String field,
      String recorded,
      String observed,
      String change,
      String app,
      String found,
      String state,
      String stateKey) {}

  /** A correction that waits. */
  public record Waiting(
      String kind,
      String record,
      String path,
      String field,
      String before,
      String after,
      String change,
      String bound,
      String state,
      String proposer,
      String since) {}

  /** A step in the log. */
  public record Line(
      String at, String actor, String what, String record, String path, String note) {}

  private final FileDesk desk;
  private final RecordQueries queries;
  private final RecordWords words;
  private final Figures figures;

  RecordBoard(FileDesk desk, RecordQueries queries) {
    this.desk = desk;
    this.queries = queries;
    this.words = new RecordWords(desk);
    this.figures = desk.figures();
  }

  Map<String, Object> model() {
    List<DiscrepancyRow> open = queries.openDiscrepancies(desk.now());
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("kinds", RecordWords.KINDS.stream().map(this::kind).toList());
    model.put(
        "apps",
        queries.apps(desk.now().minus(LOOKED_BACK), desk.now()).stream().map(this::app).toList());
    model.put("days", figures.count(LOOKED_BACK.toDays()));
    List<DriftRow> drift = queries.drift(desk.now().minus(DRIFTED), desk.now());
    DriftBoard drifts = new DriftBoard(desk);
    model.put("drift", drifts.lines(drift));
    model.put("driftChart", drifts.chart(drift));
    model.put("driftDays", figures.count(DRIFTED.toDays()));
    model.put("open", open.stream().map(this::open).toList());
    model.put("openTotal", figures.count(open.isEmpty() ? 0 : open.get(0).total()));
    model.put("openShown", figures.count(open.size()));
    model.put("waiting", queries.waiting().stream().map(this::waiting).toList());
    model.put("log", queries.latestSteps().stream().map(this::line).toList());
    return model;
  }

  private Kind kind(String id) {
    return new Kind(id, words.kind(id), desk.sum(id));
  }

  private App app(AppRow row) {
    return new App(
        row.app(),
        words.app(row.app()),
        figures.count(row.found()),
        figures.count(row.corrected()),
        figures.count(row.explained()),
        figures.count(row.open()),
        figures.number(row.medianDays(), 1));
  }

  private Open open(DiscrepancyRow row) {
    return new Open(
        row.discrepancyId(),
        words.kind(row.recordKind()),
        row.recordId(),
        RecordWords.path(row.recordKind(), row.recordId()),
        words.field(row.recordKind(), row.field()),
        words.value(row.recordKind(), row.field(), row.recordedValue()),
        words.value(row.recordKind(), row.field(), row.observedValue()),
        words.change(FieldValue.change(row.recordedValue(), row.observedValue())),
        words.app(row.app()),
        figures.fullMoment(row.foundAt()),
        figures.messages().textOr("records.discrepancy." + row.state(), row.state()),
        row.state());
  }

  private Waiting waiting(WaitingRow row) {
    return new Waiting(
        words.kind(row.recordKind()),
        row.recordId(),
        RecordWords.path(row.recordKind(), row.recordId()),
        words.field(row.recordKind(), row.field()),
        words.value(row.recordKind(), row.field(), row.before()),
        words.value(row.recordKind(), row.field(), row.after()),
        words.change(row.change()),
        words.bound(row.bound()),
        figures.messages().text("records.state." + row.step()),
        row.proposer(),
        figures.fullMoment(row.proposedAt()));
  }

  private Line line(StepRow row) {
    return new Line(
        figures.fullMoment(row.actedAt()),
        row.actor(),
        StepWords.of(row, words, figures.messages()),
        row.recordId(),
        RecordWords.path(row.recordKind(), row.recordId()),
        row.comment());
  }
}
