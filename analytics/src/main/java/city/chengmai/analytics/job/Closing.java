package city.chengmai.analytics.job;

import java.io.Serializable;

/**
 * A closed case.
 *
 * @param day of closing, in days since 1970-01-01
 * @param hours from filing to closing, on the clock
 */
record Closing(int day, double hours) implements Serializable {}
