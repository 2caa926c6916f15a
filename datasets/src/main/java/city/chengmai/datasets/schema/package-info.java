/** Numbered ClickHouse migrations (in the resources beside), and who writes each table. */
package city.chengmai.datasets.schema;
