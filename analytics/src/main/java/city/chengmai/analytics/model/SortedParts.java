package city.chengmai.analytics.model;

import java.util.Arrays;
import java.util.List;

/**
 * Several sorted samples taken as one, without merging them: quantiles over 30 days of a city are
 * asked for every day, and the days are sorted once.
 *
 * <pre>
 *   parts [1, 5] [2, 2, 9]   sorted 1 2 2 5 9   median 2   quantile 0.9 7.4
 * </pre>
 *
 * Many small samples are cheaper to merge after all, once for all quantiles. Not safe for several
 * threads.
 */
public final class SortedParts {

  /** Values of a part, on average, from which on looking through the parts costs less. */
  private static final int LARGE = 16;

  private final List<Part> parts;
  private final int count;
  private List<Part> searched;

  /** Samples taken as one; the list must not change any more. */
  public SortedParts(List<Part> parts) {
    this.parts = parts;
    int values = 0;
    for (Part part : parts) {
      values += part.sorted().length;
    }
    this.count = values;
  }

  /** One sorted sample and its sum. */
  @SuppressWarnings("ArrayRecordComponent") // Shared by all windows and areas, never compared.
  public record Part(long[] sorted, long sum) {

    /** A sample in ascending order. */
    public static Part of(long... sorted) {
      long sum = 0;
      for (long value : sorted) {
        sum = Math.addExact(sum, value);
      }
      return new Part(sorted, sum);
    }

    /** How many values are at most so large. */
    private int upTo(long value) {
      int low = 0;
      int high = sorted.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sorted[middle] <= value) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  /** Values in all parts. */
  public int count() {
    return count;
  }

  /** Sum of all values. */
  public long sum() {
    return parts.stream().mapToLong(Part::sum).sum();
  }

  /**
   * The quantile with linear interpolation: type 7 of Hyndman and Fan (1996), Sample quantiles in
   * statistical packages. 0 without values.
   *
   * @param share between 0 and 1
   */
  public double quantile(double share) {
    if (count == 0) {
      return 0;
    }
    if (searched == null) {
      searched = count < (long) LARGE * parts.size() ? List.of(merged()) : parts;
    }
    double position = (count - 1) * share;
    int rank = (int) Math.floor(position);
    long below = value(rank);
    double part = position - rank;
    return part == 0 ? below : below + part * (next(below, rank) - below);
  }

  private Part merged() {
    long[] all = new long[count];
    int filled = 0;
    for (Part part : parts) {
      System.arraycopy(part.sorted(), 0, all, filled, part.sorted().length);
      filled += part.sorted().length;
    }
    Arrays.sort(all);
    return new Part(all, 0);
  }

  /** The value before which so many others are sorted. */
  private long value(int rank) {
    if (searched.size() == 1) {
      return searched.get(0).sorted()[rank];
    }
    long low = Long.MAX_VALUE;
    long high = Long.MIN_VALUE;
    for (Part part : searched) {
      if (part.sorted().length > 0) {
        low = Math.min(low, part.sorted()[0]);
        high = Math.max(high, part.sorted()[part.sorted().length - 1]);
      }
    }
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (upTo(middle) > rank) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private long next(long value, int rank) {
    if (upTo(value) > rank + 1) {
      return value;
    }
    long next = Long.MAX_VALUE;
    for (Part part : searched) {
      int position = part.upTo(value);
      if (position < part.sorted().length) {
        next = Math.min(next, part.sorted()[position]);
      }
    }
    return next;
  }

  private int upTo(long value) {
    int found = 0;
    for (Part part : searched) {
      found += part.upTo(value);
    }
    return found;
  }
}
