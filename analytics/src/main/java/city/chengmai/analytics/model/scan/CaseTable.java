package city.chengmai.analytics.model.scan;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Cases by place and day of a study period. Places stand in an order of their own. */
public final class CaseTable {

  private final List<Place> places;
  private final int firstDay;
  private final int days;
  private final int[] counts;
  private final long total;

  private CaseTable(List<Place> places, int firstDay, int days, int[] counts, long total) {
    this.places = places;
    this.firstDay = firstDay;
    this.days = days;
    this.counts = counts;
    this.total = total;
  }

  /**
   * Counts what happened in a study period; what lies outside only makes its place known.
   *
   * @param firstDay first day of the period
   * @param lastDay last day of the period, included
   */
  public static CaseTable of(Collection<Occurrence> occurrences, int firstDay, int lastDay) {
    if (lastDay < firstDay) {
      throw new IllegalArgumentException(
          "study period: expected a last day not before " + firstDay + ", seen " + lastDay);
    }
    List<Place> places = places(occurrences);
    Map<Place, Integer> index = new HashMap<>();
    for (Place place : places) {
      index.put(place, index.size());
    }
    int days = Math.addExact(Math.subtractExact(lastDay, firstDay), 1);
    int[] counts = new int[Math.multiplyExact(places.size(), days)];
    long total = 0;
    for (Occurrence event : occurrences) {
      if (event.day() >= firstDay && event.day() <= lastDay) {
        int cell = index.get(event.place()) * days + event.day() - firstDay;
        counts[cell] += event.count();
        total += event.count();
      }
    }
    // So that no sum over some places and days overflows either.
    if (total > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "cases: expected at most " + Integer.MAX_VALUE + " in all, seen " + total);
    }
    return new CaseTable(places, firstDay, days, counts, total);
  }

  private static List<Place> places(Collection<Occurrence> occurrences) {
    TreeSet<Place> places = new TreeSet<>(Place.ORDER);
    Map<String, Place> named = new HashMap<>();
    for (Occurrence event : occurrences) {
      Place known = named.putIfAbsent(event.place().name(), event.place());
      if (known != null && !known.equals(event.place())) {
        throw new IllegalArgumentException(
            "place " + known.name() + " has two points: " + known + " and " + event.place());
      }
      places.add(event.place());
    }
    return List.copyOf(places);
  }

  /** All places, by x, then y, then name. */
  public List<Place> places() {
    return places;
  }

  /** First day of the study period. */
  public int firstDay() {
    return firstDay;
  }

  /** Number of days of the study period. */
  public int days() {
    return days;
  }

  /** All cases of the study period. */
  public long total() {
    return total;
  }

  int count(int place, int day) {
    return counts[place * days + day];
  }

  int ofPlace(int place) {
    int sum = 0;
    for (int day = 0; day < days; day++) {
      sum += count(place, day);
    }
    return sum;
  }
}
