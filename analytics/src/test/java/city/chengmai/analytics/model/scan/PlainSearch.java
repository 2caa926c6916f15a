package city.chengmai.analytics.model.scan;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Looks at every cylinder of a permutation scan, straight from the definition. */
final class PlainSearch {

  private PlainSearch() {}

  static double highest(List<Occurrence> events, int days, ScanPlan plan) {
    List<Place> places =
        events.stream().map(Occurrence::place).distinct().sorted(Place.ORDER).toList();
    double highest = 0;
    for (Place centre : places) {
      List<Place> line =
          places.stream()
              .filter(place -> Distance.PLANE.between(centre, place) <= plan.limits().radius())
              .sorted(
                  Comparator.comparingDouble((Place place) -> Distance.PLANE.between(centre, place))
                      .thenComparing(Place.ORDER))
              .toList();
      for (int size = 1; size <= line.size(); size++) {
        highest = Math.max(highest, highest(events, days, plan, Set.copyOf(line.subList(0, size))));
      }
    }
    return highest;
  }

  private static double highest(List<Occurrence> events, int days, ScanPlan plan, Set<Place> zone) {
    long inside = events.stream().filter(event -> zone.contains(event.place())).count();
    if (2 * inside > events.size()) {
      return 0;
    }
    double highest = 0;
    for (int last = plan.prospective() ? days - 1 : 0; last < days; last++) {
      for (int first = Math.max(0, last - plan.longest() + 1); first <= last; first++) {
        highest = Math.max(highest, score(events, zone, inside, first, last));
      }
    }
    return highest;
  }

  private static double score(
      List<Occurrence> events, Set<Place> zone, long inside, int first, int last) {
    List<Occurrence> then =
        events.stream().filter(event -> event.day() >= first && event.day() <= last).toList();
    long cases = then.stream().filter(event -> zone.contains(event.place())).count();
    double all = events.size();
    double expected = inside * then.size() / all;
    if (cases < 2 || cases <= expected) {
      return 0;
    }
    double others = all - cases;
    return cases * Math.log(cases / expected)
        + (others == 0 ? 0 : others * Math.log(others / (all - expected)));
  }
}
