package city.chengmai.analytics.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ranks among which the true one lies with 95 % (Goldstein and Spiegelhalter, League tables and
 * their limitations, JRSS A 159, 1996).
 *
 * @param best smallest of them, 1 is first
 * @param worst largest of them
 */
public record RankRange(int best, int worst) {

  /** The smallest range that also holds this rank. */
  RankRange including(int rank) {
    return new RankRange(Math.min(best, rank), Math.max(worst, rank));
  }

  /**
   * The ranges of some members.
   *
   * @param draws by member and draw; larger is better, equals share the better rank
   */
  static List<RankRange> of(double[][] draws) {
    int members = draws.length;
    int[][] counts = new int[members][members];
    long mask = members == 0 ? 0 : Long.highestOneBit(members) * 2 - 1;
    long[] order = new long[members];
    int rounds = members == 0 ? 0 : draws[0].length;
    for (int draw = 0; draw < rounds; draw++) {
      for (int member = 0; member < members; member++) {
        // The place of a member travels in the last bits of its value, so that plain sorting does.
        order[member] = (sortable(-draws[member][draw]) & ~mask) | member;
      }
      Arrays.sort(order);
      int rank = 0;
      for (int place = 0; place < members; place++) {
        if (place > 0 && (order[place] & ~mask) != (order[place - 1] & ~mask)) {
          rank = place;
        }
        counts[(int) (order[place] & mask)][rank]++;
      }
    }
    return middle(counts, rounds);
  }

  private static List<RankRange> middle(int[][] counts, int rounds) {
    List<RankRange> ranges = new ArrayList<>();
    for (int[] ranks : counts) {
      ranges.add(
          new RankRange(
              reached(ranks, Belief.TAIL * rounds), reached(ranks, (1 - Belief.TAIL) * rounds)));
    }
    return ranges;
  }

  private static int reached(int[] ranks, double goal) {
    int sum = 0;
    for (int rank = 0; rank < ranks.length; rank++) {
      sum += ranks[rank];
      if (sum >= goal) {
        return rank + 1;
      }
    }
    return ranks.length;
  }

  /** Bits whose order as whole numbers is that of the values. */
  private static long sortable(double value) {
    // Adding zero makes the two zeros one.
    long bits = Double.doubleToLongBits(value + 0.0);
    return bits ^ (bits >> 63 & Long.MAX_VALUE);
  }
}
