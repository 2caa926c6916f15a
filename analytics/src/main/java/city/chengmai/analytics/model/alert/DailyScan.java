package city.chengmai.analytics.model.alert;

import city.chengmai.analytics.model.scan.CaseTable;
import city.chengmai.analytics.model.scan.Cluster;
import city.chengmai.analytics.model.scan.Distance;
import city.chengmai.analytics.model.scan.Occurrence;
import city.chengmai.analytics.model.scan.PermutationScan;
import city.chengmai.analytics.model.scan.Place;
import city.chengmai.analytics.model.scan.ScanLimits;
import city.chengmai.analytics.model.scan.ScanPlan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The prospective permutation scan of one category on one day: only cases of that day and the days
 * before it are looked at, and the draws are seeded by category and day, so that every run finds
 * the same. Most days hold nothing; a few draws already as high as the data say so before all are
 * made, with the same outcome as if they had been.
 */
public final class DailyScan {

  private static final double KILOMETRE = 1000;
  private static final int CLUSTERS = 5;
  private static final int[] TRIALS = {19, 99};
  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final ClusterPlan plan;
  private final MapCell cells;

  /** A scan by a plan. */
  public DailyScan(ClusterPlan plan) {
    this.plan = plan;
    this.cells = new MapCell(plan.cellMetres());
  }

  /** The clusters that last until a day, among the cases of a category in any order. */
  public List<FoundCluster> of(String category, int day, List<CaseAt> cases) {
    int first = day - plan.windowDays() + 1;
    List<CaseAt> seen = cases.stream().filter(c -> c.day() >= first && c.day() <= day).toList();
    boolean today = seen.stream().anyMatch(c -> c.day() == day);
    if (seen.size() < plan.fewestCases() || !today) {
      return List.of();
    }
    CaseTable table =
        CaseTable.of(
            seen.stream()
                .map(c -> new Occurrence(cells.of(c.longitude(), c.latitude()), c.day(), 1))
                .toList(),
            first,
            day);
    return clusters(table, seed(category, day)).stream()
        .map(cluster -> found(category, day, cluster, seen))
        .filter(cluster -> news(cluster, seen))
        .toList();
  }

  private List<Cluster> clusters(CaseTable table, long seed) {
    List<Cluster> large = scan(table, 0, seed).stream().filter(this::isLarge).toList();
    for (int trial : TRIALS) {
      if (large.isEmpty() || trial >= plan.replicas()) {
        break;
      }
      // As many draws above it as all draws together may hold are too many already.
      double bound = (plan.drawsAllowed() + 1.5) / (trial + 1.0);
      large =
          scan(table, trial, seed).stream()
              .filter(this::isLarge)
              .filter(c -> c.p() <= bound)
              .toList();
    }
    if (large.isEmpty()) {
      return large;
    }
    return scan(table, plan.replicas(), seed).stream()
        .filter(this::isLarge)
        .filter(cluster -> cluster.recurrenceInterval() >= plan.recurrenceDays())
        .toList();
  }

  private List<Cluster> scan(CaseTable table, int draws, long seed) {
    ScanLimits limits =
        ScanLimits.half().withRadius(plan.radius()).withCases(plan.fewestOfCluster());
    ScanPlan daily =
        ScanPlan.daily(Distance.SPHERE, limits)
            .withLongest(plan.longestDays())
            .withClusters(CLUSTERS)
            .withReplicas(draws, seed);
    return PermutationScan.of(table, DailyScan::weekend, daily).clusters();
  }

  /**
   * Working week and weekend are compared only with themselves. Each weekday by itself would leave
   * a cluster of a week at most four times what is expected of it.
   */
  private static int weekend(int day) {
    return LocalDate.ofEpochDay(day).getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? 1 : 0;
  }

  private boolean isLarge(Cluster cluster) {
    return cluster.cases() - cluster.expected() >= plan.absoluteFloor()
        && cluster.cases() >= plan.relativeFloor() * cluster.expected();
  }

  /** A cluster to which its last day adds nothing was told before. */
  private static boolean news(FoundCluster cluster, List<CaseAt> seen) {
    Set<String> inside = Set.copyOf(cluster.cases());
    return seen.stream().anyMatch(c -> c.day() == cluster.day() && inside.contains(c.id()));
  }

  private FoundCluster found(String category, int day, Cluster cluster, List<CaseAt> seen) {
    Set<String> names = cluster.places().stream().map(Place::name).collect(Collectors.toSet());
    List<CaseAt> inside =
        seen.stream()
            .filter(c -> c.day() >= cluster.firstDay())
            .filter(c -> names.contains(cells.of(c.longitude(), c.latitude()).name()))
            .toList();
    return new FoundCluster(
        category,
        day,
        cluster.firstDay(),
        cluster.centre().x(),
        cluster.centre().y(),
        cluster.radius() * KILOMETRE + plan.cellMetres() / 2,
        new ArrayList<>(names.stream().sorted().toList()),
        new ArrayList<>(grids(inside)),
        new ArrayList<>(inside.stream().map(CaseAt::id).sorted().toList()),
        cluster.expected(),
        cluster.score(),
        cluster.p());
  }

  private static List<String> grids(List<CaseAt> cases) {
    Map<String, Long> counts =
        cases.stream()
            .map(CaseAt::grid)
            .filter(grid -> !grid.isEmpty())
            .collect(Collectors.groupingBy(grid -> grid, TreeMap::new, Collectors.counting()));
    Comparator<Map.Entry<String, Long>> most =
        Map.Entry.<String, Long>comparingByValue().reversed();
    return counts.entrySet().stream().sorted(most).map(Map.Entry::getKey).toList();
  }

  /** FNV-1a over the text, 64 bits. */
  private static long seed(String category, int day) {
    String text = category + '|' + day;
    long hash = BASIS;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }
}
