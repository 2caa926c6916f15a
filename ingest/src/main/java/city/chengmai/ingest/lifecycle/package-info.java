/**
 * What a sequence of events makes of one entity: cases, hotline orders, patrol rounds, device
 * alarms.
 *
 * <p>Each fold takes the entity's state as bytes and one event, and gives the new state and the row
 * of the entity's table, or refuses the event. Folds are pure: no clock, no store, no Kafka.
 */
package city.chengmai.ingest.lifecycle;
