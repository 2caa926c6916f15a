package city.chengmai.ingest.lifecycle;

import city.chengmai.ingest.intake.Refusal;
import city.chengmai.ingest.row.RowWriter;

/** How the events of one family change their entity. Implementations are stateless. */
public interface Fold {

  /** Key of the state that the event needs, null when it needs none. */
  String stateKey(Sighting sighting);

  /**
   * Folds one event in.
   *
   * @param state state so far, null for a new entity
   * @param writer scratch for the row
   * @throws Refusal when the entity cannot take the event from where it stands
   */
  Folded fold(byte[] state, Sighting sighting, RowWriter writer) throws Refusal;
}
