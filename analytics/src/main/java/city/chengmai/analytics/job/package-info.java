/**
 * One class a job. A job reads tables of ClickHouse, computes, and writes tables of its own; a
 * rerun overwrites and never doubles. Plain counting is done by ClickHouse, modelling by Spark.
 *
 * <pre>
 *   IndicatorJob      cases, hotline_orders -> indicator_1d, indicator_30d
 *   PortraitJob       indicator_30d         -> portraits, portrait_contributions
 *   UnusualVolumeJob  cases                 -> alerts (A02)
 *   ClusterScanJob    cases                 -> alerts (A03-scan)
 *   SensorJob         observations          -> alerts (A16)
 *   HandlingJob       cases                 -> alerts (A17)
 *   PatrolJob         patrol_rounds         -> alerts (A18)
 * </pre>
 */
package city.chengmai.analytics.job;
