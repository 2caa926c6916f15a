/**
 * Who may send what through the gateway: one YAML file names the sources with the hash of their
 * key, read again when it changes. The keys themselves are never stored.
 */
package city.chengmai.ingest.gateway.key;
