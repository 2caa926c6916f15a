package city.chengmai.analytics.model.alert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which clusters of cases are one alert: a cluster goes on as long as clusters of later days share
 * a cell or a grid with it. Days are given in order. Not safe for several threads.
 */
public final class ClusterGroups {

  private final int quietDays;
  private final List<Known> known = new ArrayList<>();

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
