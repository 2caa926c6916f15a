package city.chengmai.analytics.model.scan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Space-time permutation scan: what is expected follows from the cases of each place and of each
 * day alone, so neither a population nor a history is needed. A cylinder of places Z and days D is
 * expected to have, summed over strata, (cases in Z) times (cases in D) over all cases.
 */
public final class PermutationScan {

  private PermutationScan() {}

  /**
   * Scans a table.
   *
   * @param strata parts of time that are compared only with themselves
   */
  public static ScanResult of(CaseTable table, Strata strata, ScanPlan plan) {
    int places = table.places().size();
    double[] weights = new double[places];
    for (int place = 0; place < places; place++) {
      weights[place] = table.ofPlace(place);
    }
    Windows windows = plan.windows(table.days());
    double[] expected = expected(table, windows, strata);
    Zones zones = Zones.of(table.places(), weights, plan.distance(), plan.limits());
    return new Scan(
            table,
            plan,
            zones,
            windows,
            expected,
            new ScanScore.Conditional(table.total()),
            DayPermutation.of(table, windows, strata))
        .run();
  }

  private static double[] expected(CaseTable table, Windows windows, Strata strata) {
    int places = table.places().size();
    double[] expected = new double[Math.multiplyExact(places, windows.size())];
    for (int[] days : daysByStratum(table, strata).values()) {
      long[] ofPlace = new long[places];
      long[] ofWindow = new long[windows.size()];
      long all = 0;
      for (int place = 0; place < places; place++) {
        for (int day : days) {
          int count = table.count(place, day);
          ofPlace[place] += count;
          all += count;
          for (int window : windows.holding(day)) {
            ofWindow[window] += count;
          }
        }
      }
      add(expected, ofPlace, ofWindow, Math.max(1, all));
    }
    return expected;
  }

  private static void add(double[] expected, long[] ofPlace, long[] ofWindow, long all) {
    for (int place = 0; place < ofPlace.length; place++) {
      for (int window = 0; window < ofWindow.length; window++) {
        expected[place * ofWindow.length + window] +=
            (double) ofPlace[place] * ofWindow[window] / all;
      }
    }
  }

  private static Map<Integer, int[]> daysByStratum(CaseTable table, Strata strata) {
    Map<Integer, int[]> days = new HashMap<>();
    for (int day = 0; day < table.days(); day++) {
      days.merge(strata.of(table.firstDay() + day), new int[] {day}, PermutationScan::joined);
    }
    return days;
  }

  private static int[] joined(int[] some, int[] others) {
    int[] all = Arrays.copyOf(some, some.length + others.length);
    System.arraycopy(others, 0, all, some.length, others.length);
    return all;
  }
}
