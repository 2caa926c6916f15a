package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.CaseStage;
import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.intake.Refusal;
import city.chengmai.ingest.row.Fact;
import city.chengmai.ingest.row.FactTable;
import city.chengmai.ingest.row.RowWriter;
import java.time.Instant;
import java.util.List;

/** The lifecycle of a case (案件): keeps its whole history and folds it with each event. */
final class CaseFold implements Fold {

  private final DueTimes dueTimes;
  private final CaseChange change;

  CaseFold(DueTimes dueTimes) {
    this.dueTimes = dueTimes;
    this.change = new CaseChange(dueTimes);
  }

  @Override
  public String stateKey(Sighting sighting) {
    return "case/" + sighting.event().subject();
  }

  /** Everything may be revised: the case is folded anew. */
  @Override
  public String fixed(Event event) {
    return "";
  }

  @Override
  public Folded fold(byte[] bytes, Sighting sighting, RowWriter writer) throws Refusal {
    return fold(bytes, sighting, List.of(), writer).folded();
  }

  @Override
  public Together fold(byte[] bytes, Sighting sighting, List<Sighting> waiting, RowWriter writer)
      throws Refusal {
    CaseHistory before = bytes == null ? null : CaseHistory.of(bytes);
    CaseHistory alone =
        sighting.isRevision()
            ? change.revised(before, sighting)
            : change.with(before, sighting, waiting);
    CaseHistory history = change.withWaiting(alone, waiting);
    CaseState state = CaseState.of(history.steps(), dueTimes);
    byte[] row = row(sighting, history, state, writer);
    Fact fact = new Fact(FactTable.CASES, sighting.event().subject(), row);
    Standing standing = standing(sighting.event().subject(), history.report(), state);
    Folded folded = new Folded(history.toBytes(), fact, history.report().place(), standing);
    return new Together(folded, CaseChange.taken(history, waiting));
  }

  private static Standing standing(String caseId, CaseReport report, CaseState state) {
    return new Standing.OfCase(
        caseId,
        report.category(),
        report.place(),
        state.stage(),
        state.clock().startedAt(),
        state.clock().dueAt());
  }

  private static byte[] row(
      Sighting sighting, CaseHistory history, CaseState state, RowWriter writer) {
    CaseReport report = history.report();
    writer.text(sighting.event().subject()).text(report.source()).text(report.channel());
    writer.text(report.category()).text(report.kind()).text(state.level());
    writer.text(report.place().grid()).text(report.place().overlayGrid());
    writer.optionalDecimal(report.place().longitude()).optionalDecimal(report.place().latitude());
    writer.text(report.address()).text(report.description());
    writer.text(state.unit()).text(state.stage().wireName());
    moments(state, writer);
    counts(state, writer);
    writer.text(report.orderId()).text(report.siteId());
    writer.moment(state.updatedAt()).moment(sighting.recordedAt()).count64(history.version());
    return writer.toRow();
  }

  private static void moments(CaseState state, RowWriter writer) {
    writer.moment(state.latest(EventType.CASE_REPORTED));
    optional(state, writer, EventType.CASE_VERIFIED);
    optional(state, writer, EventType.CASE_ACCEPTED);
    optional(state, writer, EventType.CASE_FILED);
    Instant dueAt = state.clock().dueAt();
    writer.optionalMoment(dueAt);
    optional(state, writer, EventType.CASE_DISPATCHED);
    optional(state, writer, EventType.CASE_DISPOSED);
    optional(state, writer, EventType.CASE_CHECKED);
    optional(state, writer, EventType.CASE_CLOSED);
    optional(state, writer, EventType.CASE_CANCELLED);
  }

  private static void optional(CaseState state, RowWriter writer, EventType type) {
    writer.optionalMoment(state.latest(type));
  }

  private static void counts(CaseState state, RowWriter writer) {
    writer.flag(state.stage() == CaseStage.SUSPENDED);
    writer.count16(state.count(EventType.CASE_EXTENDED));
    writer.count16(state.count(EventType.CASE_SUSPENDED));
    writer.count16(state.count(EventType.CASE_RETURNED));
    writer.count16(state.reworks());
    writer.count16(state.count(EventType.CASE_REOPENED));
  }
}
