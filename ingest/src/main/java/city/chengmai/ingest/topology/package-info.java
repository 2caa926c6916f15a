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
 * <p>{@code intake} reads, checks and pseudonymises and keeps no state. {@code lifecycle} keeps
 * three stores: {@code seen} (source and id of every accepted event, with the hashes of its
 * contents), {@code entities} (state of cases, orders, rounds and alarms) and {@code parked}
 * (events that wait for what has to come before them). {@code facts} joins the rows of a
 * transaction into few records, all of a task in one partition. The stores are kept by subject, so
 * a source that uses one id for two subjects is not caught here.
 */
package city.chengmai.ingest.topology;
