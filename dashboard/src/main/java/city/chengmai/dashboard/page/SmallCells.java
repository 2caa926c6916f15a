package city.chengmai.dashboard.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Keeps counts of few people off screens that anybody can read (小单元格抑制): a count below the least
 * one is not told, and where the total is known further counts are withheld until no small one can
 * be worked out from the rest.
 *
 * <pre>
 *   least 5, total known 30:   12  9  7  2   tells 2, so:   12  9  –  &lt;5
 * </pre>
 *
 * A withheld count is known to be at least the least one; zeros are told, as there is nobody behind
 * them. What two panels tell together, such as a city and all its areas but one, is not looked at.
 *
 * @param least smallest count that is told, from {@link #SMALLEST}; 0 tells all
 */
public record SmallCells(int least) {

  /** Below it a small count could be one number only. */
  public static final int SMALLEST = 3;

  /** Largest count that may be held back. */
  public static final int LARGEST = 100;

  /** Tells all. */
  public static final SmallCells NONE = new SmallCells(0);

  /** What becomes of a count. */
  public enum Cell {
    /** Told as it is. */
    TOLD,
    /** Told to be below the least. */
    SMALL,
    /** Not told, to protect a small one. */
    WITHHELD
  }

  /** Checks that a small count could be several numbers. */
  public SmallCells {
    if (least != 0 && (least < SMALLEST || least > LARGEST)) {
      throw new IllegalArgumentException(
          "least: expected 0 or " + SMALLEST + " to " + LARGEST + ", got " + least);
    }
  }

  /** The rule in the text of a setting. */
  public static SmallCells parse(String text) {
    return new SmallCells(Integer.parseInt(text.strip()));
  }

  /** What becomes of each of these counts, whose sum may be known. */
  public List<Cell> of(List<Long> counts) {
    List<Cell> cells = new ArrayList<>(Collections.nCopies(counts.size(), Cell.TOLD));
    IntStream.range(0, counts.size())
        .filter(i -> counts.get(i) > 0 && counts.get(i) < least)
        .forEach(i -> cells.set(i, Cell.SMALL));
    List<Integer> others =
        IntStream.range(0, counts.size())
            .filter(i -> counts.get(i) >= least && counts.get(i) > 0)
            .boxed()
            .sorted(Comparator.comparing(counts::get))
            .toList();
    for (int next = 0; isTold(counts, cells); next++) {
      if (next == others.size()) {
        return Collections.nCopies(counts.size(), Cell.WITHHELD);
      }
      cells.set(others.get(next), Cell.WITHHELD);
    }
    return List.copyOf(cells);
  }

  /** How a count that is not told is written. */
  public String sign(Cell cell) {
    return cell == Cell.SMALL ? "<" + least : "–";
  }

  /** Whether the sum of what is not told leaves a small count one number only. */
  private boolean isTold(List<Long> counts, List<Cell> cells) {
    long small = cells.stream().filter(Cell.SMALL::equals).count();
    long withheld = cells.stream().filter(Cell.WITHHELD::equals).count();
    if (small == 0) {
      return false;
    }
    long sum =
        IntStream.range(0, counts.size())
            .filter(i -> cells.get(i) != Cell.TOLD)
            .mapToLong(counts::get)
            .sum();
    long most = Math.min(least - 1L, sum - (small - 1) - withheld * least);
    long fewest = withheld > 0 ? 1 : Math.max(1, sum - (small - 1) * (least - 1));
    return most <= fewest;
  }
}
