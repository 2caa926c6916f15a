package city.chengmai.dashboard.chart;

/**
 * A chart as plain data: what is drawn, not how. Values are doubles in the unit of the chart's
 * {@link ValueFormat}; {@code NaN} means "no value" and leaves a gap. All charts are immutable and
 * two charts that are equal look the same.
 */
public sealed interface Chart
    permits AreaChart,
        BoxChart,
        FunnelChart,
        GaugeChart,
        HeatMapChart,
        IntervalChart,
        LineChart,
        RadarChart,
        RankedBarChart,
        Sparkline,
        StackedBarChart {

  /** Name and description for people who cannot see the drawing. */
  Caption caption();

  /** Calls the reader's method for this kind of chart. */
  <T> T read(ChartReader<T> reader);
}
