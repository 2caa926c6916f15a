/**
 * Charts (图表): plain data in, SVG or PNG out, in the house theme.
 *
 * <p>{@link city.chengmai.dashboard.chart.Chart} is the family of charts, {@link
 * city.chengmai.dashboard.chart.ChartRenderer} draws them, {@link
 * city.chengmai.dashboard.chart.HouseTheme} owns every colour, {@link
 * city.chengmai.dashboard.chart.GridMap} is the map of grids. Texts arrive translated.
 */
package city.chengmai.dashboard.chart;
