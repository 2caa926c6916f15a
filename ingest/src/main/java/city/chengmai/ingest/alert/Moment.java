package city.chengmai.ingest.alert;

import java.time.Instant;

/**
 * One moment on both clocks.
 *
 * @param city time in the city
 * @param realMillis real time, milliseconds since 1970
 */
record Moment(Instant city, long realMillis) {}
