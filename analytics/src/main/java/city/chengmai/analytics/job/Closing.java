package city.chengmai.analytics.job;

import java.io.Serializable;

/**
 * A closed case.
 *
 * @param number of the day or period of closing
 * @param hours from filing to closing, on the clock
 */
record Closing(int number, double hours) implements Serializable {}
