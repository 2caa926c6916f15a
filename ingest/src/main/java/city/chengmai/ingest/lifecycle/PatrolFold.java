package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.Event;
import city.chengmai.datasets.event.EventType;
import city.chengmai.ingest.intake.Refusal;
import city.chengmai.ingest.row.Fact;
import city.chengmai.ingest.row.FactTable;
import city.chengmai.ingest.row.RowWriter;
import java.util.List;

/** A patrol round (巡查): planned, then findings and its completion; a later plan moves it. */
final class PatrolFold implements Fold {

  @Override
  public String stateKey(Sighting sighting) {
    return "patrol/" + sighting.event().subject();
  }

  /** Everything may be revised: the round is folded anew. */
  @Override
  public String fixed(Event event) {
    return "";
  }

  @Override
  public Folded fold(byte[] bytes, Sighting sighting, RowWriter writer) throws Refusal {
    PatrolHistory history = next(bytes == null ? null : PatrolHistory.of(bytes), sighting);
    PatrolStep plan = history.last(EventType.PATROL_PLANNED);
    byte[] row = row(sighting, history, plan, writer);
    Fact fact = new Fact(FactTable.PATROL_ROUNDS, sighting.event().subject(), row);
    return new Folded(history.toBytes(), fact, plan.place());
  }

  private static PatrolHistory next(PatrolHistory before, Sighting sighting) throws Refusal {
    PatrolStep step = PatrolStep.of(sighting);
    if (before != null) {
      return sighting.isRevision()
          ? revised(before, step)
          : before.withSteps(Step.with(before.steps(), step));
    }
    if (step.type() != EventType.PATROL_PLANNED) {
      throw Refusal.missing(
          step.type().localName()
              + " came for a round that was never planned; missing before it: "
              + EventType.PATROL_PLANNED.localName());
    }
    return new PatrolHistory(sighting.event().source(), List.of(step), 1);
  }

  private static PatrolHistory revised(PatrolHistory before, PatrolStep step) throws Refusal {
    List<PatrolStep> steps = Step.revised(before.steps(), step);
    if (steps == null) {
      throw Revisions.unknownStep("round");
    }
    return before.withSteps(steps);
  }

  private static byte[] row(
      Sighting sighting, PatrolHistory history, PatrolStep plan, RowWriter writer) {
    PatrolStep done = history.last(EventType.PATROL_COMPLETED);
    return writer
        .text(sighting.event().subject())
        .text(history.source())
        .text(plan.place().grid())
        .moment(plan.plannedFor())
        .optionalMoment(done == null ? null : done.time())
        .optionalDecimal(done == null ? null : done.coverage())
        .flag(done != null && done.valid())
        .count16(history.count(EventType.PATROL_FINDING))
        .moment(sighting.recordedAt())
        .count64(history.folds())
        .toRow();
  }
}
