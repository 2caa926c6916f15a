/**
 * Kafka brokers for the local mode and for tests: combined broker and controller (KRaft), one data
 * directory each, loopback only, alone or three as one quorum. Nothing here is used against a real
 * cluster.
 */
package city.chengmai.ingest.embedded;
