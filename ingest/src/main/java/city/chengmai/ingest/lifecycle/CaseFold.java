package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.CaseStage;
import city.chengmai.datasets.event.DeadLetterReason;
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

  CaseFold(DueTimes dueTimes) {
    this.dueTimes = dueTimes;
  }

  @Override
  public String stateKey(Sighting sighting) {
    return "case/" + sighting.event().subject();
  }

  @Override
  public Folded fold(byte[] bytes, Sighting sighting, RowWriter writer) throws Refusal {
    CaseHistory history = history(bytes, sighting).with(CaseStep.of(sighting, dueTimes));
    CaseState state = CaseState.of(history, dueTimes);
    byte[] row = row(sighting, history.report(), state, writer);
    Fact fact = new Fact(FactTable.CASES, sighting.event().subject(), row);
    Standing standing = standing(sighting.event().subject(), history.report(), state);
    return new Folded(history.toBytes(), fact, history.report().place(), standing);
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

  private static CaseHistory history(byte[] bytes, Sighting sighting) throws Refusal {
    if (bytes != null) {
      return CaseHistory.of(bytes);
    }
    if (sighting.event().type() != EventType.CASE_REPORTED) {
      throw new Refusal(
          DeadLetterReason.IMPOSSIBLE_ORDER,
          sighting.event().type().localName() + " came for a case that was never reported");
    }
    return new CaseHistory(CaseReport.of(sighting), List.of());
  }

  private static byte[] row(
      Sighting sighting, CaseReport report, CaseState state, RowWriter writer) {
    writer.text(sighting.event().subject()).text(report.source()).text(report.channel());
    writer.text(report.category()).text(report.kind()).text(state.level());
    writer.text(report.place().grid()).text(report.place().overlayGrid());
    writer.optionalDecimal(report.place().longitude()).optionalDecimal(report.place().latitude());
    writer.text(report.address()).text(report.description());
    writer.text(state.unit()).text(state.stage().wireName());
    moments(state, writer);
    counts(state, writer);
    writer.text(report.orderId()).text(report.siteId());
    writer.moment(state.updatedAt()).moment(sighting.recordedAt()).count64(state.steps());
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
