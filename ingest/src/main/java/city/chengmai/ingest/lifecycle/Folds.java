package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.EventFamily;
import java.util.EnumMap;
import java.util.Map;

/** The fold of each event family. */
public final class Folds {

  private final Map<EventFamily, Fold> folds;

  /** The folds of a city with these due times. */
  public Folds(DueTimes dueTimes) {
    folds =
        new EnumMap<>(
            Map.of(
                EventFamily.CASE, new CaseFold(dueTimes),
                EventFamily.ORDER, new OrderFold(),
                EventFamily.PATROL, new PatrolFold(),
                EventFamily.DEVICE, new DeviceFold(),
                EventFamily.RECORD, new RecordFold()));
  }

  /** How events of this family change their entity. */
  public Fold of(EventFamily family) {
    return folds.get(family);
  }
}
