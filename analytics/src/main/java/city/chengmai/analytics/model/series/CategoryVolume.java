package city.chengmai.analytics.model.series;

import java.io.Serializable;
import java.util.Map;

/**
 * The counts of one category: the whole city and each grid, all from the same first period.
 *
 * @param category leaf category
 * @param city all cases, located or not
 * @param grids cases by base grid; a grid without any may be missing
 */
public record CategoryVolume(String category, CountSeries city, Map<String, CountSeries> grids)
    implements Serializable {}
