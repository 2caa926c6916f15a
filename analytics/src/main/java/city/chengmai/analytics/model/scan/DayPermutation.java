package city.chengmai.analytics.model.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Deals the days of all cases out to their places anew, within each stratum, so that every place
 * and every day keeps its number of cases (Kulldorff and others, A space-time permutation scan
 * statistic for disease outbreak detection, PLoS Medicine 2, 2005).
 */
final class DayPermutation implements NullModel {

  private final List<Deck> decks;

  private DayPermutation(List<Deck> decks) {
    this.decks = decks;
  }

  /** The cases of a stratum. */
  private static final class Deck {

    private final int[] places;
    private final int[] days;
    private final int[] dealt;

    /**
     * A deck in order.
     *
     * @param places of all cases
     * @param days of those cases that lie in any window
     */
    Deck(int[] places, int[] days) {
      this.places = places;
      this.days = days;
      this.dealt = new int[places.length];
    }

    void deal(RandomGenerator random, WindowCounts counts) {
      System.arraycopy(places, 0, dealt, 0, places.length);
      for (int card = 0; card < days.length; card++) {
        int other = card + random.nextInt(places.length - card);
        int place = dealt[other];
        dealt[other] = dealt[card];
        counts.add(place, days[card], 1);
      }
    }
  }

  static DayPermutation of(CaseTable table, Windows windows, Strata strata) {
    Map<Integer, List<Integer>> daysOf = new TreeMap<>();
    for (int day = 0; day < table.days(); day++) {
      daysOf
          .computeIfAbsent(strata.of(table.firstDay() + day), stratum -> new ArrayList<>())
          .add(day);
    }
    return new DayPermutation(
        daysOf.values().stream().map(days -> deck(table, windows, days)).toList());
  }

  private static Deck deck(CaseTable table, Windows windows, List<Integer> days) {
    IntBag places = new IntBag();
    IntBag watched = new IntBag();
    for (int place = 0; place < table.places().size(); place++) {
      for (int day : days) {
        places.add(place, table.count(place, day));
        if (windows.holding(day).length > 0) {
          watched.add(day, table.count(place, day));
        }
      }
    }
    return new Deck(places.toArray(), watched.toArray());
  }

  @Override
  public void draw(RandomGenerator random, WindowCounts counts) {
    for (Deck deck : decks) {
      deck.deal(random, counts);
    }
  }

  /** A growing array of whole numbers. */
  private static final class IntBag {

    private int[] values = new int[16];
    private int size;

    void add(int value, int times) {
      if (size + times > values.length) {
        values = Arrays.copyOf(values, Math.max(2 * values.length, size + times));
      }
      Arrays.fill(values, size, size + times, value);
      size += times;
    }

    int[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
