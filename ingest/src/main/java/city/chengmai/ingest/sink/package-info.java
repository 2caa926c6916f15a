/**
 * From {@code city.facts} and {@code city.deadletter} into ClickHouse.
 *
 * <pre>
 * poll -> batch per table -> insert -> commit offsets
 *            ^                 |
 *            |   unavailable:  +-> pause, wait, try again with the same bytes
 *            |   a row is bad: +-> halve until it stands alone -> city.deadletter
 * </pre>
 *
 * <p>Offsets are committed after the insert. A process that dies between the two inserts the same
 * rows again, with the same keys and versions, and the tables keep one of each.
 */
package city.chengmai.ingest.sink;
