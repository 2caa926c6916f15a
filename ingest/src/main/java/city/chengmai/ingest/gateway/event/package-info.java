/** {@code POST /events}: CloudEvents in structured, binary and batch mode. */
package city.chengmai.ingest.gateway.event;
