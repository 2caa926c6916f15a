package city.chengmai.analytics.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The benchmark's score of anomaly scores, for each threshold. */
final class NabScorer {

  private static final double STEEPNESS = 5;
  private static final double FAR_BEHIND = 3;
  private static final double PERCENT = 100;

  private final NabProfile profile;
  private final List<Item> items = new ArrayList<>();
  private int windows;

  NabScorer(NabProfile profile) {
    this.profile = profile;
  }

  /**
   * A row that counts.
   *
   * @param window it lies in, empty for none
   */
  private record Item(double score, String window, double worth) {}

  /** A threshold and what comes of it, in points of 100. */
  record Outcome(double threshold, double raw, double points, int hit, int falseAlarms) {}

  void add(NabSeries series, double[] scores) {
    windows += (int) series.windows().stream().filter(w -> w.last() >= series.probation()).count();
    int next = 0;
    for (int row = 0; row < scores.length; row++) {
      while (next < series.windows().size() && series.windows().get(next).last() < row) {
        next++;
      }
      if (row < series.probation()) {
        continue;
      }
      if (next < series.windows().size() && series.windows().get(next).first() <= row) {
        NabSeries.Window in = series.windows().get(next);
        double place = -(in.last() - row + 1.0) / in.width();
        items.add(
            new Item(scores[row], series.key() + next, profile.hit() * curve(place) / curve(-1)));
      } else {
        double place = next == 0 ? Double.MAX_VALUE : behind(series.windows().get(next - 1), row);
        items.add(new Item(scores[row], "", profile.falseAlarm() * curve(place)));
      }
    }
  }

  private static double behind(NabSeries.Window window, int row) {
    return (row - window.last()) / (window.width() - 1.0);
  }

  private static double curve(double place) {
    return place > FAR_BEHIND ? -1 : 2 / (1 + Math.exp(STEEPNESS * place)) - 1;
  }

  /** The best threshold for these series. */
  Outcome best() {
    return sweep().stream().max(Comparator.comparingDouble(Outcome::raw)).orElseThrow();
  }

  /** What a given threshold brings. */
  Outcome at(double threshold) {
    Outcome last = null;
    for (Outcome outcome : sweep()) {
      if (last == null || outcome.threshold() >= threshold) {
        last = outcome;
      }
    }
    return last;
  }

  private List<Outcome> sweep() {
    items.sort(Comparator.comparingDouble(Item::score).reversed());
    List<Outcome> outcomes = new ArrayList<>();
    double raw = -profile.missed() * windows;
    outcomes.add(outcome(Double.POSITIVE_INFINITY, raw, 0, 0));
    Map<String, Double> best = new HashMap<>();
    int falseAlarms = 0;
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      if (item.window().isEmpty()) {
        raw += item.worth();
        falseAlarms++;
      } else {
        Double before = best.get(item.window());
        if (before == null) {
          raw += profile.missed() + item.worth();
          best.put(item.window(), item.worth());
        } else if (item.worth() > before) {
          raw += item.worth() - before;
          best.put(item.window(), item.worth());
        }
      }
      if (i + 1 == items.size() || items.get(i + 1).score() != item.score()) {
        outcomes.add(outcome(item.score(), raw, best.size(), falseAlarms));
      }
    }
    return outcomes;
  }

  private Outcome outcome(double threshold, double raw, int hit, int falseAlarms) {
    double nothing = -profile.missed() * windows;
    double perfect = profile.hit() * windows;
    double points = PERCENT * (raw - nothing) / (perfect - nothing);
    return new Outcome(threshold, raw, points, hit, falseAlarms);
  }

  /** Points of a sum of raw scores over all windows of this scorer. */
  double points(double raw) {
    return outcome(0, raw, 0, 0).points();
  }
}
