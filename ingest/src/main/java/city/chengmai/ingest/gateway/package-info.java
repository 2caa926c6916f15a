/**
 * The city's door for HTTP: CloudEvents in structured, binary and batch mode, and Open311 GeoReport
 * v2 beside it.
 *
 * <p>Every request ends in one of three ways: accepted, which means that Kafka has acknowledged it;
 * refused, which the sender is told with the same reason that a dead letter would have; or
 * unconfirmed, which asks the sender to try again under the same id.
 */
package city.chengmai.ingest.gateway;
