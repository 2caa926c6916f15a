package city.chengmai.dashboard.chart;

/**
 * One function for each kind of {@link Chart}, so that nobody forgets a kind.
 *
 * @param <T> what reading gives
 */
public interface ChartReader<T> {
  /** Reads a line chart. */
  T line(LineChart chart);

  /** Reads an area chart. */
  T area(AreaChart chart);

  /** Reads a stacked bar chart. */
  T stackedBar(StackedBarChart chart);

  /** Reads a ranking. */
  T rankedBar(RankedBarChart chart);

  /** Reads a heat map. */
  T heatMap(HeatMapChart chart);

  /** Reads a radar chart. */
  T radar(RadarChart chart);

  /** Reads a gauge. */
  T gauge(GaugeChart chart);

  /** Reads a sparkline. */
  T sparkline(Sparkline chart);

  /** Reads a box plot. */
  T box(BoxChart chart);

  /** Reads a value with its interval. */
  T interval(IntervalChart chart);

  /** Reads a funnel plot. */
  T funnel(FunnelChart chart);
}
