/**
 * Forgets events as they came. Producers write names, phones and identity numbers to {@code
 * city.events}; once the topology has committed what became of an event, nothing reads it again.
 *
 * <pre>
 * city.events   | deleted ......... | read, not committed | not read yet |
 *                                   ^ committed offset of the topology's group
 * </pre>
 */
package city.chengmai.ingest.purge;
