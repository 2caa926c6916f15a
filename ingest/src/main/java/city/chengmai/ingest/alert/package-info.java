/**
 * Live clocks (实时时钟): what goes wrong at a moment unless an event comes before, raised from the
 * stream and cleared when the cause goes.
 *
 * <pre>
 * lifecycle -> clocks ------------------------------> city.facts   alerts of cases, alarms, devices
 *                 |
 *                 +-> city.pulses -> feed-clocks ---> city.facts   alerts of feeds
 * </pre>
 *
 * <p>An entity's standing gives its {@link city.chengmai.ingest.alert.Deadline deadlines}: pure
 * functions of rules and working calendar. A {@link city.chengmai.ingest.alert.Watch watch} keeps
 * them with what was raised, in a state store that also holds an index by moment, so that a
 * second's work is the entries of that second. An event clears at once; raising is left to the
 * punctuation of each second of real time, which asks the city clock and {@link
 * city.chengmai.ingest.alert.CatchUp} whether the stream has caught up. The id of an alert is made
 * of rule, subject and due time: one row a cause, however often it is written.
 */
package city.chengmai.ingest.alert;
