/**
 * The stream from {@code city.events} to {@code city.facts} and {@code city.deadletter}.
 *
 * <pre>
 * city.events -> intake -> lifecycle -> facts -> city.facts
 *                  |  |        |
 *                  |  |        +------> city.deadletter   duplicate, outside-city, impossible-order
 *                  |  +---------------> city.deadletter   not-json ... from-the-future
 *                  +------------------> city.events       key was not the subject: sent back
 * </pre>
 *
 * <p>{@code intake} reads, checks and pseudonymises and keeps no state. {@code lifecycle} keeps two
 * stores: {@code seen} (source and id of every accepted event, with the hash of its content) and
 * {@code entities} (state of cases, orders, rounds and alarms). {@code facts} joins the rows of a
 * transaction into few records. Both are kept by subject, so a source that uses one id for two
 * subjects is not caught here.
 */
package city.chengmai.ingest.topology;
