/**
 * How each chart is drawn: the only place that knows JFreeChart and Batik.
 *
 * <p>A JFreeChart object is not safe to share between threads, so one is built for each drawing and
 * thrown away.
 */
package city.chengmai.dashboard.chart.draw;
