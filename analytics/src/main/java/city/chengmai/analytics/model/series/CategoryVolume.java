package city.chengmai.analytics.model.series;

import java.io.Serializable;
import java.util.Map;

/**
 * The daily counts of one category: the whole city and each grid, all from the same first day.
 *
 * @param category leaf category
 * @param city all cases, located or not
 * @param grids cases by base grid; a grid without any may be missing
 */
public record CategoryVolume(String category, DailySeries city, Map<String, DailySeries> grids)
    implements Serializable {}
