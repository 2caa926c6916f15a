package city.chengmai.ingest.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One event in the life of an entity, as its history keeps it. */
interface Step {

  /** When it happened. */
  Instant time();

  /** Hash of source and id, 0 when it was not kept. */
  long identity();

  /** The steps with one more, behind those of the same moment. */
  static <S extends Step> List<S> with(List<S> steps, S step) {
    int at = steps.size();
    while (at > 0 && steps.get(at - 1).time().isAfter(step.time())) {
      at--;
    }
    List<S> longer = new ArrayList<>(steps);
    longer.add(at, step);
    return longer;
  }

  /** The steps with this one in the place of the one with its identity; null when it has none. */
  static <S extends Step> List<S> revised(List<S> steps, S step) {
    List<S> others = new ArrayList<>(steps);
    return others.removeIf(other -> other.identity() == step.identity())
        ? with(others, step)
        : null;
  }
}
