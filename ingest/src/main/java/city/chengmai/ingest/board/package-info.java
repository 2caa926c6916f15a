/**
 * How ingest and what it stands on are, told truthfully while it lasts and kept afterwards: {@code
 * /health}, gauges, and table {@code ingest_states}.
 *
 * <pre>
 * topology, sink, purge,
 * gateway ---------------- asked each second ---+
 * ClickHouse -------------- asked every two -----+--> StateWatch --> /health, gauges
 * broker, records behind -- asked every five ----+        |
 *                                                          +--> ingest_states, when ClickHouse takes it
 * </pre>
 */
package city.chengmai.ingest.board;
