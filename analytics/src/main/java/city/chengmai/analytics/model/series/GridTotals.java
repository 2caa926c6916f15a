package city.chengmai.analytics.model.series;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** Running totals of all categories by grid, for a grid's share in any span of periods. */
public final class GridTotals implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HashMap<String, double[]> running = new HashMap<>();
  private final double[] all;

  /** Totals of these series, which share their first period and length. */
  public GridTotals(Map<String, CountSeries> grids, int periods) {
    all = new double[periods + 1];
    grids.forEach((grid, series) -> running.put(grid, runningSum(series.counts(), periods)));
    for (double[] sums : running.values()) {
      for (int i = 0; i <= periods; i++) {
        all[i] += sums[i];
      }
    }
  }

  /** Share of a grid in the cases of {@code [from, to)}, 0 when there are none. */
  double share(String grid, int from, int to) {
    double[] sums = running.get(grid);
    double cases = all[to] - all[from];
    return sums == null || cases == 0 ? 0 : (sums[to] - sums[from]) / cases;
  }

  private static double[] runningSum(double[] counts, int periods) {
    double[] sums = new double[periods + 1];
    for (int i = 0; i < periods; i++) {
      sums[i + 1] = sums[i] + counts[i];
    }
    return sums;
  }
}
