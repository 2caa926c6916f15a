package city.chengmai.analytics.model.series;

import java.io.Serializable;
import java.util.HashMap;

/**
 * What is expected of the periods between two refits, series by series of one category: numbers
 * only, so that they can be kept from run to run and travel. They rest on the periods before {@link
 * #learntTo} alone and hold for as long as none of these changes. Not safe for several threads.
 */
public final class BlockForecasts implements Serializable {

  private static final long serialVersionUID = 1L;
  // Of a period: mean, dispersion and squared relative error.
  private static final int NUMBERS = 3;

  private final int start;
  private final int end;
  private final int learntTo;
  private final HashMap<String, double[]> numbers = new HashMap<>();

  /**
   * Nothing yet about the periods {@code [start, end)} and the one before them.
   *
   * @param learntTo position after the last that is learnt from
   */
  BlockForecasts(int start, int end, int learntTo) {
    this.start = start;
    this.end = end;
    this.learntTo = learntTo;
  }

  /** First position of the block. */
  int start() {
    return start;
  }

  /** Position after the last of the block. */
  int end() {
    return end;
  }

  /** Position after the last period that it was learnt from. */
  public int learntTo() {
    return learntTo;
  }

  /** Whether the series of an area is known. */
  boolean knows(String area) {
    return numbers.containsKey(area);
  }

  /** Takes over what a baseline expects of each period. */
  void learn(String area, Baseline baseline) {
    double[] told = new double[(end - start + 1) * NUMBERS];
    for (int position = start - 1; position < end; position++) {
      Forecast forecast = baseline.forecast(position);
      int at = at(position);
      told[at] = forecast.mean();
      told[at + 1] = forecast.dispersion();
      told[at + 2] = forecast.relativeVariance();
    }
    numbers.put(area, told);
  }

  /** The forecast of a known series. */
  Forecast of(String area, int position) {
    double[] told = numbers.get(area);
    int at = at(position);
    return new Forecast(told[at], told[at + 1], told[at + 2]);
  }

  private int at(int position) {
    return (position - start + 1) * NUMBERS;
  }
}
