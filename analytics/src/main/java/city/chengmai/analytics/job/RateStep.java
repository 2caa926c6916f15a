package city.chengmai.analytics.job;

import java.io.Serializable;

/**
 * A step of a running sum.
 *
 * @param span length of the window in days or periods
 * @param number first day or period whose window it holds for
 * @param numerator change of the numerator
 * @param denominator change of the denominator
 * @param beside whether it belongs to the companion of the rate
 */
record RateStep(int span, int number, double numerator, double denominator, boolean beside)
    implements Serializable {}
