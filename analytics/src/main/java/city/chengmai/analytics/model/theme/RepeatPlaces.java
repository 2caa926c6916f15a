package city.chengmai.analytics.model.theme;

import city.chengmai.analytics.model.foresight.NearMatters;
import city.chengmai.analytics.model.foresight.Told;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Places where the same comes back (反复发生): around the matter that has most of its category near it,
 * then around the next among those that are left, until too few are. Matters of one day of the city
 * are one time, however many tell of it.
 */
public final class RepeatPlaces {

  private static final Comparator<Told> BY_TIME =
      Comparator.comparing(Told::at).thenComparing(Told::id);

  private final ZoneId zone;
  private final List<Told> matters;
  private final Map<String, List<Told>> near = new HashMap<>();

  /**
   * A place.
   *
   * @param centre matter in the middle
   * @param matters of the place in order of time
   */
  public record Place(Told centre, List<Told> matters) {}

  /**
   * Places among these matters.
   *
   * @param metres within which matters have one place
   * @param zone of the city's days
   */
  public RepeatPlaces(Collection<Told> told, double metres, ZoneId zone) {
    this.zone = zone;
    this.matters = told.stream().sorted(BY_TIME).toList();
    NearMatters index = new NearMatters(matters, metres);
    matters.forEach(one -> near.put(one.id(), index.of(one).stream().sorted(BY_TIME).toList()));
  }

  /** Places with at least so many times, the most first. */
  public List<Place> all(int fewestTimes) {
    Set<String> taken = new HashSet<>();
    List<Place> places = new ArrayList<>();
    List<Told> centres =
        matters.stream()
            .sorted(
                Comparator.comparing((Told one) -> -times(near.get(one.id())))
                    .thenComparing(BY_TIME))
            .toList();
    for (Told centre : centres) {
      List<Told> left =
          near.get(centre.id()).stream().filter(one -> !taken.contains(one.id())).toList();
      if (!taken.contains(centre.id()) && times(left) >= fewestTimes) {
        left.forEach(one -> taken.add(one.id()));
        places.add(new Place(centre, left));
      }
    }
    places.sort(
        Comparator.comparing((Place place) -> -times(place.matters()))
            .thenComparing(Place::centre, BY_TIME));
    return places;
  }

  /** Matters that came again: something of their category was near them in the days before. */
  public Set<String> again(int days) {
    Set<String> again = new HashSet<>();
    for (Told one : matters) {
      boolean came =
          near.get(one.id()).stream()
              .anyMatch(
                  other ->
                      BY_TIME.compare(other, one) < 0
                          && !other.at().isBefore(one.at().minus(Duration.ofDays(days))));
      if (came) {
        again.add(one.id());
      }
    }
    return again;
  }

  /** Days of the city that have a matter. */
  private int times(List<Told> matters) {
    return (int)
        matters.stream().map(one -> one.at().atZone(zone).toLocalDate()).distinct().count();
  }
}
