package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.Event;
import city.chengmai.ingest.intake.Refusal;
import city.chengmai.ingest.row.RowWriter;
import java.util.ArrayList;
import java.util.List;

/** How the events of one family change their entity. Implementations are stateless. */
public interface Fold {

  /** Key of the state that the event needs, null when it needs none. */
  String stateKey(Sighting sighting);

  /**
   * Folds one event in; one that {@link Sighting#isRevision} replaces its earlier content.
   *
   * @param state state so far, null for a new entity
   * @param writer scratch for the row
   * @throws Refusal when the entity cannot take the event from where it stands
   */
  Folded fold(byte[] state, Sighting sighting, RowWriter writer) throws Refusal;

  /**
   * What a revision has to leave as it was, beside type and subject, because it is part of a key:
   * the old row or state would stay. Unless a family knows better, the time.
   */
  default String fixed(Event event) {
    return event.time().toString();
  }

  /**
   * Folds one event in, and then those that have waited for it.
   *
   * @param waiting events of the same entity that could not be taken before, by time
   */
  default Together fold(byte[] state, Sighting sighting, List<Sighting> waiting, RowWriter writer)
      throws Refusal {
    Folded folded = fold(state, sighting, writer);
    List<Sighting> taken = new ArrayList<>();
    for (Sighting other : waiting) {
      Folded next = foldOrNull(folded.state(), other, writer);
      if (next != null) {
        folded = next;
        taken.add(other);
      }
    }
    return new Together(folded, taken);
  }

  // What is still too early waits on, with the reason it was given when it came.
  private Folded foldOrNull(byte[] state, Sighting sighting, RowWriter writer) {
    try {
      return fold(state, sighting, writer);
    } catch (Refusal stillTooEarly) {
      return null;
    }
  }
}
