package city.chengmai.analytics.job;

import java.io.Serializable;

/**
 * Reports of a category in a grid by hour or day, those without any left out.
 *
 * @param area base grid, empty when not located
 * @param periods days since 1970-01-01, or hours of the city's clock since then, in any order
 * @param cases reported in each
 */
@SuppressWarnings("ArrayRecordComponent") // A year of a city's hours; never compared.
record AreaCounts(String area, int[] periods, int[] cases) implements Serializable {}
