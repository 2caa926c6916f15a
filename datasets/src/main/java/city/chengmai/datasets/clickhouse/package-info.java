/**
 * Asking a ClickHouse server: endpoint, client, health, and the one family of operating faults with
 * its exit codes.
 */
package city.chengmai.datasets.clickhouse;
