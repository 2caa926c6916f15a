package city.chengmai.analytics.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The running rates of one indicator in every area: steps of a grid count for its ancestors. */
final class AreaRates {

  private final AreaForest areas;
  private final Windows windows;
  private final RunningRates nothing;
  private final Map<String, List<String>> counted = new HashMap<>();
  private final Map<Key, RunningRates> rates = new HashMap<>();

  private record Key(String area, int span, boolean beside) {}

  AreaRates(AreaForest areas, Windows windows) {
    this.areas = areas;
    this.windows = windows;
    this.nothing = empty();
  }

  void add(GridStep counted) {
    RateStep step = counted.step();
    for (String area : this.counted.computeIfAbsent(counted.grid(), areas::countedIn)) {
      rates.computeIfAbsent(new Key(area, step.span(), step.beside()), key -> empty()).add(step);
    }
  }

  /** The rates of an area over windows of a length, once all steps are in. */
  RunningRates of(String area, int span, boolean beside) {
    return rates.getOrDefault(new Key(area, span, beside), nothing);
  }

  private RunningRates empty() {
    return new RunningRates(windows.first(), windows.end());
  }
}
