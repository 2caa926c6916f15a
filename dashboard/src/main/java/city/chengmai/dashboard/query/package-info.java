/**
 * What the dashboard asks ClickHouse: one SQL file below resources {@code query/} a question, one
 * record a row. Everything here blocks; call it from a worker.
 */
package city.chengmai.dashboard.query;
