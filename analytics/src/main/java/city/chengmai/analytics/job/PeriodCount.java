package city.chengmai.analytics.job;

import java.io.Serializable;

/**
 * Reports of a category in a grid in an hour or on a day.
 *
 * @param area base grid, empty when not located
 * @param period days since 1970-01-01, or hours of the city's clock since then
 * @param cases reported
 */
record PeriodCount(String area, int period, double cases) implements Serializable {}
