package city.chengmai.analytics.model.foresight;

import city.chengmai.datasets.foresight.ForesightMethod.Comparison;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * What finds changed (未诉先办成效): a stacked difference of differences. A start is a find in a grid
 * that had none of its category for some days; complaints of that grid and category before and
 * after it are held against those of grids of its group that had no find of the category on either
 * side (clean comparisons, as in Cengiz and others, Quarterly Journal of Economics 134, 2019).
 * Whatever became of the find, it counts: leaving out those that drew a complaint would flatter.
 * The interval takes each grid, with all that it contributes on either side, as one observation
 * (Liang and Zeger, Biometrika 73, 1986), with Student's t of grids less one.
 */
public final class StackedComparison {

  private static final double TWO_SIDED_95 = 0.975;

  private final Comparison numbers;
  private final Function<String, List<List<String>>> groups;
  private final int firstDay;
  private final int endDay;
  private final Map<Cell, NavigableMap<Integer, Integer>> orders = new HashMap<>();
  private final Map<Cell, NavigableSet<Integer>> finds = new HashMap<>();

  /** A grid and a category. */
  private record Cell(String grid, String category) {}

  /**
   * A matter that somebody found without being told.
   *
   * @param day number of the day, in the city's zone
   */
  public record Find(String grid, String category, int day) {}

  /**
   * Complaints of a day.
   *
   * @param day number of the day, in the city's zone
   */
  public record Orders(String grid, String category, int day, int count) {}

  /**
   * What finds changed.
   *
   * @param starts finds that were compared
   * @param uncompared finds without enough comparison grids
   * @param grids that had such finds
   * @param before complaints before, in the grids and categories of the finds
   * @param after complaints after
   * @param comparedBefore complaints of the average comparison grid before, summed over the finds
   * @param comparedAfter the same after
   * @param effect change less that of the comparison grids; empty when there is too little
   * @param lower lower end of the 95 % interval
   * @param upper upper end
   */
  public record Estimate(
      int starts,
      int uncompared,
      int grids,
      double before,
      double after,
      double comparedBefore,
      double comparedAfter,
      OptionalDouble effect,
      OptionalDouble lower,
      OptionalDouble upper) {

    /** fewer, more, no-clear-change or insufficient. */
    public String state() {
      if (effect.isEmpty()) {
        return "insufficient";
      }
      if (upper.getAsDouble() < 0) {
        return "fewer";
      }
      return lower.getAsDouble() > 0 ? "more" : "no-clear-change";
    }
  }

  /** A start with what it is held against. */
  private record Pair(Find start, List<String> comparisons) {}

  /**
   * A comparison over a period.
   *
   * @param numbers of the method
   * @param groups of grids that a grid may be compared with, the nearest first, without itself
   * @param firstDay first day that is known of
   * @param endDay day after the last whole one
   */
  public StackedComparison(
      Comparison numbers, Function<String, List<List<String>>> groups, int firstDay, int endDay) {
    this.numbers = numbers;
    this.groups = groups;
    this.firstDay = firstDay;
    this.endDay = endDay;
  }

  /** Adds complaints. */
  public void orders(Collection<Orders> told) {
    told.forEach(
        one ->
            orders
                .computeIfAbsent(new Cell(one.grid(), one.category()), cell -> new TreeMap<>())
                .merge(one.day(), one.count(), Integer::sum));
  }

  /** Adds finds. */
  public void finds(Collection<Find> told) {
    told.forEach(
        one ->
            finds
                .computeIfAbsent(new Cell(one.grid(), one.category()), cell -> new TreeSet<>())
                .add(one.day()));
  }

  /** What those finds changed that a scope holds. */
  public Estimate estimate(Predicate<Find> scope) {
    List<Pair> pairs = new ArrayList<>();
    int uncompared = 0;
    for (Find start : starts()) {
      if (scope.test(start)) {
        Optional<List<String>> comparisons = comparisons(start);
        comparisons.ifPresent(grids -> pairs.add(new Pair(start, grids)));
        uncompared += comparisons.isPresent() ? 0 : 1;
      }
    }
    return estimate(pairs, uncompared);
  }

  /** In an order of their own, so that sums do not depend on that of the rows. */
  private List<Find> starts() {
    NavigableMap<String, Find> starts = new TreeMap<>();
    finds.forEach(
        (cell, days) ->
            days.stream()
                .filter(day -> day - numbers.days() >= firstDay && day + numbers.days() < endDay)
                .filter(day -> days.subSet(day - numbers.days(), day).isEmpty())
                .forEach(
                    day ->
                        starts.put(
                            cell.grid() + "\t" + cell.category() + "\t" + day,
                            new Find(cell.grid(), cell.category(), day))));
    return List.copyOf(starts.values());
  }

  private Optional<List<String>> comparisons(Find start) {
    return groups.apply(start.grid()).stream()
        .map(
            group ->
                group.stream()
                    .filter(grid -> !grid.equals(start.grid()))
                    .filter(grid -> isClean(grid, start))
                    .sorted()
                    .toList())
        .filter(clean -> clean.size() >= numbers.fewestComparisons())
        .findFirst();
  }

  private boolean isClean(String grid, Find start) {
    NavigableSet<Integer> days = finds.get(new Cell(grid, start.category()));
    int from = start.day() - numbers.days();
    return days == null || days.subSet(from, true, start.day() + numbers.days(), true).isEmpty();
  }

  private Estimate estimate(List<Pair> pairs, int uncompared) {
    double before = 0;
    double after = 0;
    double comparedBefore = 0;
    double comparedAfter = 0;
    for (Pair pair : pairs) {
      before += before(pair.start().grid(), pair.start());
      after += after(pair.start().grid(), pair.start());
      comparedBefore += mean(pair, this::before);
      comparedAfter += mean(pair, this::after);
    }
    int grids = (int) pairs.stream().map(pair -> pair.start().grid()).distinct().count();
    double effect = after - before - (comparedAfter - comparedBefore);
    boolean enough =
        pairs.size() >= numbers.fewestStarts()
            && grids >= numbers.fewestGrids()
            && before + after + comparedBefore + comparedAfter >= numbers.fewestOrders();
    double margin = enough ? margin(pairs, effect / pairs.size()) : 0;
    return new Estimate(
        pairs.size(),
        uncompared,
        grids,
        before,
        after,
        comparedBefore,
        comparedAfter,
        enough ? OptionalDouble.of(effect) : OptionalDouble.empty(),
        enough ? OptionalDouble.of(effect - margin) : OptionalDouble.empty(),
        enough ? OptionalDouble.of(effect + margin) : OptionalDouble.empty());
  }

  /**
   * Half the interval of the sum: what each grid adds to it beyond the mean, squared and summed.
   */
  private double margin(List<Pair> pairs, double meanEffect) {
    Map<String, Double> byGrid = new TreeMap<>();
    for (Pair pair : pairs) {
      double usual = mean(pair, this::change);
      double own = change(pair.start().grid(), pair.start()) - usual - meanEffect;
      byGrid.merge(pair.start().grid(), own, Double::sum);
      for (String grid : pair.comparisons()) {
        double share = (change(grid, pair.start()) - usual) / pair.comparisons().size();
        byGrid.merge(grid, -share, Double::sum);
      }
    }
    int many = byGrid.size();
    double squares = byGrid.values().stream().mapToDouble(value -> value * value).sum();
    double error = Math.sqrt(squares * many / (many - 1));
    return error * new TDistribution(many - 1).inverseCumulativeProbability(TWO_SIDED_95);
  }

  /** Complaints of a grid around a start of another. */
  @FunctionalInterface
  private interface Count {
    double of(String grid, Find start);
  }

  private static double mean(Pair pair, Count count) {
    return pair.comparisons().stream()
        .mapToDouble(grid -> count.of(grid, pair.start()))
        .average()
        .orElseThrow();
  }

  private double change(String grid, Find start) {
    return after(grid, start) - before(grid, start);
  }

  private double before(String grid, Find start) {
    return sum(grid, start.category(), start.day() - numbers.days(), start.day());
  }

  /** From the day after: on the day itself nobody knows which was first. */
  private double after(String grid, Find start) {
    return sum(grid, start.category(), start.day() + 1, start.day() + 1 + numbers.days());
  }

  private double sum(String grid, String category, int from, int to) {
    NavigableMap<Integer, Integer> days = orders.get(new Cell(grid, category));
    return days == null
        ? 0
        : days.subMap(from, to).values().stream().mapToInt(Integer::intValue).sum();
  }
}
