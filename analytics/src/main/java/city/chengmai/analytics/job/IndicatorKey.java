package city.chengmai.analytics.job;

import java.io.Serializable;

/**
 * What a running sum belongs to.
 *
 * @param area area id
 * @param indicator catalogue id
 */
record IndicatorKey(String area, String indicator) implements Serializable {}
