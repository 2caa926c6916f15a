package city.chengmai.analytics.job;

import java.io.Serializable;

/**
 * Reports of a category in a grid on a day.
 *
 * @param area base grid, empty when not located
 * @param day in days since 1970-01-01
 * @param cases reported
 */
record DailyCount(String area, int day, double cases) implements Serializable {}
