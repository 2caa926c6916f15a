/**
 * A single Kafka broker for the local mode and for tests: combined broker and controller (KRaft),
 * one data directory, loopback only. Nothing here is used against a real cluster.
 */
package city.chengmai.ingest.embedded;
