package city.chengmai.ingest.lifecycle;

import city.chengmai.datasets.event.EventFamily;
import java.util.EnumMap;
import java.util.Map;

/** The fold of each event family. */
public final class Folds {

  private static final Map<EventFamily, Fold> FOLDS =
      new EnumMap<>(
          Map.of(
              EventFamily.CASE, new CaseFold(),
              EventFamily.ORDER, new OrderFold(),
              EventFamily.PATROL, new PatrolFold(),
              EventFamily.DEVICE, new DeviceFold(),
              EventFamily.RECORD, new RecordFold()));

  private Folds() {}

  /** How events of this family change their entity. */
  public static Fold of(EventFamily family) {
    return FOLDS.get(family);
  }
}
