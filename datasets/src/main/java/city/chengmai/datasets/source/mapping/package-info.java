/**
 * Turns a file of somebody's case records into events, as a mapping file says (数据映射).
 *
 * <p>One row is one case with up to three moments: opened, due, closed. A row gives the events that
 * the file can vouch for and no others:
 *
 * <pre>
 *   opened ............ case.reported, then what events-at-open adds (accepted, filed ...)
 *   due ............... dueAt on case.filed, else on case.reported
 *   closed ............ case.closed (or case.cancelled when the status says so)
 * </pre>
 *
 * <p>A row that cannot be used is a record without events and with one note {@code refused:...}; it
 * never stops the feed. Every other thing that the mapping had to decide is a note too: see {@link
 * city.chengmai.datasets.source.mapping.RowNote}.
 */
package city.chengmai.datasets.source.mapping;
