package city.chengmai.dashboard.notify;

import city.chengmai.dashboard.notify.Situation.Episode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Joins findings of one alert to episodes: findings that overlap or touch are one.
 *
 * <pre>
 *   findings   [---)  [-----)      [--
 *                       [----)
 *   episodes   [---)  [------)     [--
 * </pre>
 */
final class Episodes {

  private Episodes() {}

  static List<Episode> join(List<Episode> findings) {
    List<Episode> sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparing(Episode::start));
    List<Episode> joined = new ArrayList<>();
    for (Episode next : sorted) {
      int last = joined.size() - 1;
      if (last >= 0 && reaches(joined.get(last), next.start())) {
        joined.set(last, new Episode(joined.get(last).start(), later(joined.get(last), next)));
      } else {
        joined.add(next);
      }
    }
    return List.copyOf(joined);
  }

  private static boolean reaches(Episode episode, Instant moment) {
    return episode.end().map(end -> !end.isBefore(moment)).orElse(true);
  }

  private static Optional<Instant> later(Episode one, Episode other) {
    return one.end().isEmpty() || other.end().isEmpty()
        ? Optional.empty()
        : Optional.of(
            one.end().get().isAfter(other.end().get()) ? one.end().get() : other.end().get());
  }
}
