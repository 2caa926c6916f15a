package city.chengmai.analytics.model.alert;

import city.chengmai.analytics.model.count.CountDistribution;
import city.chengmai.analytics.model.series.FalseDiscovery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds grids whose recent cases are finished more slowly than they should be. Pace is a hazard:
 * finished cases over time worked, by the part of the limit that had gone by (piecewise exponential
 * model), so that cases still open count for as long as they have been open. What recent cases of a
 * grid should have brought at the city's pace is its one-sample log-rank expectation; it is
 * multiplied by how the grid itself compared with the city before (Gamma-Poisson, shrunk towards
 * the city), and by how all other grids do now where that is slower. The probability of so few or
 * fewer is the negative binomial's.
 */
public final class HandlingPace {

  private static final long DAY_SECONDS = 86_400;
  private static final double PRIOR_CASES = 20;
  private static final double PEER_CASES = 30;

  private final PaceRule rule;

  /** Judges by a rule. */
  public HandlingPace(PaceRule rule) {
    this.rule = rule;
  }

  /**
   * A grid that slowed down.
   *
   * @param grid base grid
   * @param finished recent cases finished
   * @param expected recent cases that should have been
   * @param log10P base-10 logarithm of the probability of so few or fewer
   * @param open recent cases still open, oldest first
   */
  public record Slow(
      String grid, long finished, double expected, double log10P, List<String> open) {

    /** Keeps a copy. */
    public Slow {
      open = List.copyOf(open);
    }
  }

  private static final class Grid {
    private final HandlingTally past = new HandlingTally();
    private final HandlingTally recent = new HandlingTally();
    private final List<HandledCase> open = new ArrayList<>();
  }

  /**
   * The grids that are slow at a moment, in seconds since 1970, by name; later steps are unseen.
   */
  public List<Slow> at(long moment, List<HandledCase> cases) {
    long begun = moment - rule.windowDays() * DAY_SECONDS;
    long first = begun - rule.historyDays() * DAY_SECONDS;
    Map<String, Grid> grids = new TreeMap<>();
    HandlingTally past = new HandlingTally();
    HandlingTally recent = new HandlingTally();
    // Sums depend on their order in the last digits.
    for (HandledCase handled : sorted(cases)) {
      if (handled.filed() >= first && handled.filed() < moment) {
        Grid grid = grids.computeIfAbsent(handled.grid(), any -> new Grid());
        if (handled.filed() < begun) {
          // As it stood when the window began: a slow fortnight must not be its own yardstick.
          grid.past.add(handled, begun);
          past.add(handled, begun);
        } else {
          grid.recent.add(handled, moment);
          recent.add(handled, moment);
          if (handled.isOpenAt(moment)) {
            grid.open.add(handled);
          }
        }
      }
    }
    if (past.finished() < rule.fewestCases()) {
      return List.of();
    }
    List<Slow> all = new ArrayList<>();
    double cityExpected = recent.expectedBy(past);
    grids.forEach(
        (name, grid) -> all.add(judge(name, grid, past, recent.finished(), cityExpected)));
    return told(all);
  }

  private static List<HandledCase> sorted(List<HandledCase> cases) {
    return cases.stream().sorted(Comparator.comparing(HandledCase::id)).toList();
  }

  private Slow judge(
      String name, Grid grid, HandlingTally past, double cityFinished, double cityExpected) {
    double finished = grid.recent.finished();
    double raw = grid.recent.expectedBy(past);
    double peers = (cityFinished - finished + PEER_CASES) / (cityExpected - raw + PEER_CASES);
    double seen = grid.past.finished() + PRIOR_CASES;
    double own = seen / (grid.past.expectedBy(past) + PRIOR_CASES);
    double expected = Math.max(1e-6, raw * own * Math.min(1, peers));
    CountDistribution counts =
        new CountDistribution(expected, expected + expected * expected / seen);
    double upper = counts.upperTail(Math.round(finished) + 1);
    List<String> open =
        grid.open.stream()
            .sorted(Comparator.comparingLong(HandledCase::filed).thenComparing(HandledCase::id))
            .map(HandledCase::id)
            .toList();
    return new Slow(
        name, Math.round(finished), expected, Math.log10(Math.max(1e-15, 1 - upper)), open);
  }

  private List<Slow> told(List<Slow> all) {
    double[] log10 = all.stream().mapToDouble(Slow::log10P).toArray();
    double threshold =
        Math.min(
            Math.log10(rule.alpha()),
            FalseDiscovery.threshold(log10, log10.length, rule.falseDiscoveryRate()));
    return all.stream()
        .filter(slow -> slow.log10P() <= threshold)
        .filter(slow -> slow.expected() - slow.finished() >= rule.absoluteFloor())
        .filter(slow -> slow.finished() <= rule.largestShare() * slow.expected())
        .toList();
  }
}
