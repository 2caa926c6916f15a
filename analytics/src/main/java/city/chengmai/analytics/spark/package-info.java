/**
 * Spark and ClickHouse together: the session, the dialect with every quirk of the column types,
 * partitioned readers that push aggregation down, and the writer of rows.
 */
package city.chengmai.analytics.spark;
