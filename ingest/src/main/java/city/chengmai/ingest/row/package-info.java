/** Rows for ClickHouse as bytes: layouts, the RowBinary writer, facts and dead letters on Kafka. */
package city.chengmai.ingest.row;
