package city.chengmai.analytics.job;

import java.io.Serializable;

/**
 * A step as it was counted, before it is rolled up.
 *
 * @param grid of what was counted, or {@link AreaForest#EVERYWHERE}
 * @param step the step
 */
record GridStep(String grid, RateStep step) implements Serializable {}
