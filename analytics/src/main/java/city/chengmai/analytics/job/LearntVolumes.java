package city.chengmai.analytics.job;

import city.chengmai.analytics.model.series.BlockForecasts;
import city.chengmai.analytics.model.series.Cadence;
import city.chengmai.analytics.model.series.VolumeResult;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the models of unusual volumes expect of the latest weeks, kept from run to run. A model is
 * learnt anew at fixed times of the calendar and from periods that are over for weeks: until then,
 * and while none of these periods is touched, a run would learn the very same again. One instance a
 * runner; single thread.
 */
final class LearntVolumes {

  private final Map<Cadence, Map<String, List<BlockForecasts>>> blocks =
      new EnumMap<>(Cadence.class);
  private City city;

  /** What all series rest on. */
  private record City(String name, ZoneId zone, LocalDate firstDay) {}

  /** Begins a run: of another city nothing is known. */
  void begin(RunContext run) {
    City now = new City(run.city().name(), run.city().zone(), run.city().firstDay());
    if (!now.equals(city)) {
      blocks.clear();
      city = now;
    }
  }

  /** Forgets what was learnt from a position on which something may have changed. */
  void forget(Cadence cadence, int changed) {
    blocks
        .computeIfAbsent(cadence, none -> new HashMap<>())
        .replaceAll(
            (category, known) ->
                known.stream().filter(block -> block.learntTo() <= changed).toList());
  }

  /** What is known of a category. */
  List<BlockForecasts> of(Cadence cadence, String category) {
    return blocks.getOrDefault(cadence, Map.of()).getOrDefault(category, List.of());
  }

  /** Takes the place of what was known of a cadence. */
  void learn(Cadence cadence, List<VolumeResult> results) {
    Map<String, List<BlockForecasts>> learnt = new HashMap<>();
    results.forEach(result -> learnt.put(result.category(), result.learnt()));
    blocks.put(cadence, learnt);
  }
}
