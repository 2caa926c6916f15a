package city.chengmai.analytics.model.alert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which clusters of cases are one alert: a cluster goes on as long as clusters of later days share
 * a cell or a grid with it. Days are given in order. Not safe for several threads.
 */
public final class ClusterGroups {

  private final int quietDays;
  private final List<Known> known = new ArrayList<>();
  private final Map<String, Known> stored = new TreeMap<>();

  /**
   * A cluster that has its group.
   *
   * @param category of its cases
   * @param day last day
   * @param places names of its cells and grids
   * @param group it belongs to
   */
  public record Known(String category, LocalDate day, Set<String> places, String group) {

    /** Copies the places. */
    public Known {
      places = Set.copyOf(places);
    }

    private long shared(Collection<String> others) {
      return others.stream().filter(places::contains).count();
    }
  }

  /**
   * Nothing known yet.
   *
   * @param quietDays most days without a cluster within a group
   */
  public ClusterGroups(int quietDays) {
    this.quietDays = quietDays;
  }

  /** Takes over a cluster. */
  public void add(Known cluster) {
    known.add(cluster);
  }

  /** Takes over a cluster of the days that are judged now, as it was before. */
  public void before(String id, Known cluster) {
    stored.put(id, cluster);
  }

  /**
   * The group that a cluster had earlier on its day, also when it was smaller and had another id.
   *
   * @param id of the cluster
   * @param found whether an id is among the clusters of now, and so has its own group
   */
  public Optional<String> had(
      String id, Predicate<String> found, String category, LocalDate day, Set<String> places) {
    if (stored.containsKey(id)) {
      return Optional.of(stored.get(id).group());
    }
    return stored.entrySet().stream()
        .filter(entry -> !found.test(entry.getKey()))
        .map(Map.Entry::getValue)
        .filter(one -> one.category().equals(category) && one.day().equals(day))
        .filter(one -> one.shared(places) > 0)
        .max(
            Comparator.<Known>comparingLong(one -> one.shared(places))
                .thenComparing(Known::group, Comparator.reverseOrder()))
        .map(Known::group);
  }

  /** The group that a cluster of a later day continues: of the latest day, then of most places. */
  public Optional<String> continued(String category, LocalDate day, Collection<String> places) {
    Set<String> distinct = new HashSet<>(places);
    return known.stream()
        .filter(earlier -> earlier.category().equals(category) && earlier.day().isBefore(day))
        .filter(earlier -> !earlier.day().plusDays(quietDays + 1L).isBefore(day))
        .filter(earlier -> earlier.shared(distinct) > 0)
        .max(
            Comparator.comparing(Known::day)
                .thenComparing(earlier -> earlier.shared(distinct))
                .thenComparing(Known::group, Comparator.reverseOrder()))
        .map(Known::group);
  }
}
