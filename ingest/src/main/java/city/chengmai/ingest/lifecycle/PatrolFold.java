package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.DeadLetterReason;
import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.intake.Moments;
import city.chengmai.ingest.intake.Refusal;
import city.chengmai.ingest.place.Place;
import city.chengmai.ingest.row.Fact;
import city.chengmai.ingest.row.FactTable;
import city.chengmai.ingest.row.RowWriter;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A patrol round (巡查): planned, then findings and its completion. */
final class PatrolFold implements Fold {

  private record State(
      String source,
      Place place,
      Instant plannedFor,
      Instant completedAt,
      Double coverage,
      boolean valid,
      int findings,
      int events) {}

  @Override
  public String stateKey(Sighting sighting) {
    return "patrol/" + sighting.event().subject();
  }

  @Override
  public Folded fold(byte[] bytes, Sighting sighting, RowWriter writer) throws Refusal {
    State next = next(bytes == null ? null : read(bytes), sighting);
    Fact fact =
        new Fact(FactTable.PATROL_ROUNDS, sighting.event().subject(), row(sighting, next, writer));
    return new Folded(write(next), fact, next.place());
  }

  private static State next(State state, Sighting sighting) throws Refusal {
    EventType type = sighting.event().type();
    if (type == EventType.PATROL_PLANNED) {
      return planned(state, sighting);
    }
    if (state == null) {
      throw new Refusal(
          DeadLetterReason.IMPOSSIBLE_ORDER,
          type.localName() + " came for a round that was never planned");
    }
    return type == EventType.PATROL_COMPLETED ? completed(state, sighting) : found(state);
  }

  // A second plan for the same round moves it.
  private static State planned(State state, Sighting sighting) {
    Instant plannedFor = Moments.read(sighting.event().data(), "plannedFor");
    if (state == null) {
      String source = sighting.event().source();
      return new State(source, sighting.place(), plannedFor, null, null, false, 0, 1);
    }
    return new State(
        state.source,
        sighting.place(),
        plannedFor,
        state.completedAt,
        state.coverage,
        state.valid,
        state.findings,
        state.events + 1);
  }

  private static State completed(State state, Sighting sighting) {
    JsonNode coverage = sighting.event().data().get("coverage");
    return new State(
        state.source,
        state.place,
        state.plannedFor,
        sighting.event().time(),
        coverage == null ? null : (Double) coverage.doubleValue(),
        sighting.flag("valid", true),
        state.findings,
        state.events + 1);
  }

  private static State found(State state) {
    return new State(
        state.source,
        state.place,
        state.plannedFor,
        state.completedAt,
        state.coverage,
        state.valid,
        state.findings + 1,
        state.events + 1);
  }

  private static byte[] row(Sighting sighting, State state, RowWriter writer) {
    return writer
        .text(sighting.event().subject())
        .text(state.source)
        .text(state.place.grid())
        .moment(state.plannedFor)
        .optionalMoment(state.completedAt)
        .optionalDecimal(state.coverage)
        .flag(state.valid)
        .count16(state.findings)
        .moment(sighting.recordedAt())
        .count64(state.events)
        .toRow();
  }

  private static byte[] write(State state) {
    return new StateWriter()
        .text(state.source)
        .place(state.place)
        .moment(state.plannedFor)
        .moment(state.completedAt)
        .decimal(state.coverage)
        .small(state.valid ? 1 : 0)
        .count(state.findings)
        .count(state.events)
        .toBytes();
  }

  private static State read(byte[] state) {
    StateReader in = new StateReader(state);
    return new State(
        in.text(),
        in.place(),
        in.moment(),
        in.moment(),
        in.decimal(),
        in.small() == 1,
        in.count(),
        in.count());
  }
}
